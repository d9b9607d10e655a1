import { describe, expect, it } from 'vitest';
import { brokers } from '../../src/scenario/brokers.js';
import { ScenarioError } from '../../src/scenario/error.js';
import { live } from '../../src/scenario/live.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { alternatives } from '../../src/scenario/written.js';
import { lines, said } from './said.js';

const good = ['arrivals: 70/s', 'service: 20ms', 'servers: 2'];
/** One line in place of a good one of the same key, or beside them. */
const withLine = (line: string): string => {
  const key = line.split(':')[0];
  return lines(...good.filter(one => one.split(':')[0] !== key), line);
};

describe('a mistake is shown where it stands, with what was expected', () => {
  it.each([
    ['servres: 3', '"servres" is not known here', '  4 | servres: 3', '    | ^', '  did you mean "servers"?'],
    [
      'arrivals: 70',
      '"70" has no unit',
      '  3 | arrivals: 70',
      '    |           ^',
      '  expected a rate above 0, such as 120/s, 300/min or 300/30min',
    ],
    [
      'arrivals: -70/s',
      '"-70/s" is negative',
      '  3 | arrivals: -70/s',
      '    |           ^',
      '  expected a rate above 0, such as 120/s, 300/min or 300/30min',
    ],
    [
      'arrivals: 0/s',
      '"0/s" is too small',
      '  3 | arrivals: 0/s',
      '    |           ^',
      '  expected a rate above 0, such as 120/s, 300/min or 300/30min',
    ],
    [
      'arrivals: 70/fortnight',
      '"fortnight" is not a unit of time',
      '  3 | arrivals: 70/fortnight',
      '    |           ^',
      '  expected a rate above 0, such as 120/s, 300/min or 300/30min',
    ],
    [
      'service: 20/s',
      '"20/s" is not a duration',
      '  3 | service: 20/s',
      '    |          ^',
      '  expected a duration above 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
    ],
    [
      'service:',
      'nothing stands here',
      '  3 | service:',
      '    |         ^',
      '  expected a duration above 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
    ],
    [
      'servers: 2.5',
      '"2.5" is not a number of servers',
      '  3 | servers: 2.5',
      '    |          ^',
      '  expected a whole number from 1 to 1000000, or infinite',
    ],
    [
      'capacity: 1',
      'a capacity of 1 is less than the 2 servers',
      '  4 | capacity: 1',
      '    |           ^',
      '  expected the customers in service counted in',
    ],
    [
      'whenFull: drop',
      'a station without a capacity is never full',
      '  4 | whenFull: drop',
      '    | ^',
      '  expected a capacity beside it',
    ],
    [
      'discipline: fifo',
      '"fifo" is not a known discipline',
      '  4 | discipline: fifo',
      '    |             ^',
      '  expected fcfs, lcfs, lcfs-preemptive, siro, ps, priority, priority-preemptive, sjf, srpt, psjf, fb, edf, edf-preemptive, limited-ps, dps or polling',
      '  did you mean "fcfs"?',
    ],
    [
      'live: { broker: redis }',
      '"redis" is not a known broker',
      '  4 | live: { broker: redis }',
      '    |                 ^',
      `  expected ${alternatives(Object.keys(brokers))}`,
      '  did you mean "redis-list"?',
    ],
    [
      'live: { messages: 100, duration: 5s }',
      'the length of the run is given twice: by messages and by duration',
      '  4 | live: { messages: 100, duration: 5s }',
      '    |                        ^',
      '  expected one of them',
    ],
    [
      'run: { precision: 20% }',
      '"20%" is too large',
      '  4 | run: { precision: 20% }',
      '    |                   ^',
      '  expected a fraction of at least 0.01% and at most 10%, such as 5% or 0.05: wider intervals were seen to miss',
    ],
    [
      'run: { seed: 1.5 }',
      '"1.5" is not a whole number',
      '  4 | run: { seed: 1.5 }',
      '    |              ^',
      '  expected a whole number of at least 0',
    ],
    [
      'thresholds: p99 wait < 1s',
      '"p99 wait < 1s" stands here',
      '  4 | thresholds: p99 wait < 1s',
      '    |             ^',
      '  expected a list of thresholds',
    ],
    [
      'thresholds: []',
      'this list is empty',
      '  4 | thresholds: []',
      '    |             ^',
      '  expected at least one of thresholds',
    ],
    [
      'name: ""',
      'this text is empty',
      '  4 | name: ""',
      '    |       ^',
      '  expected text of 1 to 200 printable characters',
    ],
    [
      'live: [zeromq]',
      'a list stands here',
      '  4 | live: [zeromq]',
      '    |       ^',
      `  expected a mapping with ${alternatives(Object.keys(live.shape), 'and')}`,
    ],
  ])('%s', (line, message, ...rest) => {
    const text = withLine(line);
    const number = text.split('\n').length;
    const column = (rest[1] ?? '').indexOf('^') - 5;
    expect(said(text)).toBe(lines(`my.yaml:${number}:${column}: ${message}`, ...rest));
  });
});

describe('distributions', () => {
  const first = (line: string) => said(withLine(line)).split('\n');

  it('suggest the name', () => {
    const text = first('service: { distribution: lognormall, mean: 20ms, scv: 2 }');
    expect(text[0]).toBe('my.yaml:3:26: "lognormall" is not a known distribution');
    expect(text.at(-1)).toBe('  did you mean "lognormal"?');
  });

  it('suggest the key', () =>
    expect(first('service: { distributon: pareto, alpha: 2, min: 1ms }')).toEqual([
      'my.yaml:3:12: "distributon" is not known here',
      '  3 | service: { distributon: pareto, alpha: 2, min: 1ms }',
      '    |            ^',
      '  did you mean "distribution"?',
    ]));

  it('say which parameters go together', () =>
    expect(first('service: { distribution: erlang, mean: 20ms }')).toEqual([
      'my.yaml:3:10: "k" is missing',
      '  3 | service: { distribution: erlang, mean: 20ms }',
      '    |          ^',
      '  expected mean and k, or rate and k',
    ]));

  it('say which do not', () =>
    expect(first('service: { distribution: erlang, mean: 20ms, k: 2, rate: 3/s }')).toEqual([
      'my.yaml:3:10: k, mean and rate do not go together',
      '  3 | service: { distribution: erlang, mean: 20ms, k: 2, rate: 3/s }',
      '    |          ^',
      '  expected mean and k, or rate and k',
    ]));

  it('say what their own domain is', () =>
    expect(
      first('service: { distribution: hyperexponential, probabilities: [0.5, 0.6], means: [1s, 2s] }'),
    ).toEqual([
      'my.yaml:3:59: "probabilities" cannot have this value',
      '  3 | service: { distribution: hyperexponential, probabilities: [0.5, 0.6], means: [1s, 2s] }',
      '    |                                                           ^',
      '  expected a sum of 1, not 1.1',
    ]));

  it('are looked into', () =>
    expect(
      first(
        'service: { distribution: mixture, probabilities: [1], of: [{ distribution: erlang, k: 0, mean: 1s }] }',
      )[0],
    ).toBe('my.yaml:3:87: "0" is too small'));

  it('of arrivals as well', () =>
    expect(first('arrivals: { rate: 3/s }')).toEqual([
      'my.yaml:3:11: "process" is missing',
      '  3 | arrivals: { rate: 3/s }',
      '    |           ^',
      expect.stringMatching(/^ {2}expected process: poisson, renewal, .* or /),
    ]));
});

describe('classes and stations', () => {
  it('each class has a service, and no other', () =>
    expect(
      said(
        'classes: { a1: { arrivals: 1/s }, b1: { arrivals: 1/s } }\nservers: 1\nservice: { a1: 1ms, bb: 2ms }',
      ),
    ).toBe(
      lines(
        'my.yaml:3:10: the class "b1" has no service here',
        '  3 | service: { a1: 1ms, bb: 2ms }',
        '    |          ^',
        '',
        'my.yaml:3:21: there is no class "bb"',
        '  3 | service: { a1: 1ms, bb: 2ms }',
        '    |                     ^',
        '  expected a1, b1',
        '  did you mean "b1"?',
      ),
    ));

  it('short forms do not stand beside long ones', () =>
    expect(said('arrivals: 1/s\nservers: 3\nstations: { api: { servers: 1, service: 1s } }')).toBe(
      lines(
        'my.yaml:2:1: "servers" stands beside "stations"',
        '  2 | servers: 3',
        '    | ^',
        '  expected it inside one of the stations',
      ),
    ));

  it.each([
    [
      'classes: { mean: { arrivals: 1/s } }\nservice: 1s\nservers: 1',
      '1:12: a class cannot be called "mean"',
    ],
    ['classes: { "": { arrivals: 1/s } }\nservice: 1s\nservers: 1', '1:12: "" cannot be a name'],
    ['classes: { __proto__: { arrivals: 1/s } }\nservice: 1s\nservers: 1', '1:12: this cannot be a key'],
    ['classes: {}\nservice: 1s\nservers: 1', '1:10: no classes stand here'],
    [
      'arrivals: 1/s\nstations: { leave: { servers: 1, service: 1s } }',
      '2:13: a station cannot be called "leave"',
    ],
    [
      'arrivals: 1/s\nservice: 1s\nservers: infinite\ncapacity: 5',
      '4:1: a station where everyone is served at once has no capacity',
    ],
    [
      'arrivals: 1/s\nservice: 1s\nservers: 1\ncapacity: 5\nwhenFull: retry',
      '5:11: customers of class "customers" do not say when they come back',
    ],
  ])('%s', (text, start) => expect(said(text)).toContain(`my.yaml:${start}`));

  it('are not millions', () => {
    const stations = Array.from({ length: 1001 }, (_, i) => `  s${i}: { servers: 1, service: 1s }`);
    expect(said(lines('arrivals: 1/s', 'stations:', ...stations))).toContain('1001 stations stand here');
  });
});

describe('routes', () => {
  const network = (routes: string) =>
    said(
      `arrivals: 1/s\nstations: { api: { servers: 1, service: 1s }, db: { servers: 1, service: 1s } }\n${routes}`,
    );

  it.each([
    ['', '2:1: "routes" is missing'],
    ['routes: { arrive: api, api: dbb, db: leave }', '3:29: there is no place "dbb" here'],
    ['routes: { arrive: api, api: db, db: leave, web: leave }', '3:44: there is no place "web" here'],
    [
      'routes: { arrive: api, api: { db: 0.7, leave: 0.2 }, db: leave }',
      '3:29: the shares of "api" sum to 0.9',
    ],
    ['routes: { arrive: api, api: { db: 70, leave: 30 }, db: leave }', '3:35: "70" is too large'],
    ['routes: { arrive: api, db: leave }', '3:9: no route begins at "api"'],
    ['routes: { arrive: api, api: leave, db: leave }', '3:9: no customer ever comes to "db"'],
    ['routes: { arrive: api, api: db, db: api }', '3:29: customers can never leave from "api"'],
    // Said once, and nothing of what stands below it.
    [
      'routes: { customers: { arrive: api, api: db, db: leave } }',
      '3:11: "customers" is a class, and routes begin at a place',
    ],
  ])('%s', (routes, start) =>
    expect(network(routes)).toMatch(new RegExp(`^my\\.yaml:${start.replace('2:1', '1:1')}`)),
  );
});

describe('what is no scenario at all', () => {
  it.each([
    ['', 'my.yaml: there is no scenario in this file'],
    ['# only a remark\n', 'my.yaml: there is no scenario in this file'],
    ['- 1\n- 2', 'my.yaml:1:1: a list stands here'],
    ['hello', 'my.yaml:1:1: "hello" stands here'],
    ['a: b: c', 'my.yaml:1:4: not YAML: Nested mappings are not allowed in compact mappings'],
    ['arrivals: 1/s\n\tservers: 2', 'my.yaml:2:1: not YAML: Tabs are not allowed as indentation'],
    [
      'a: [1, 2',
      'my.yaml:1:9: not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a: 1\n---\nb: 2', 'my.yaml:2:1: a second document begins here'],
    ['{'.repeat(60), 'my.yaml:1:51: the brackets are nested too deeply'],
    ['a: &a [*b]', 'my.yaml:1:8: no anchor "&b" stands before this alias'],
  ])('%j', (text, start) => expect(said(text).startsWith(start), said(text)).toBe(true));

  it('is said in one line for each, with what was expected', () =>
    expect(said('{}')).toBe(
      lines(
        'my.yaml:1:1: "arrivals" is missing',
        '  1 | {}',
        '    | ^',
        '  expected a rate above 0, such as 120/s, 300/min or 300/30min, or clients and how long they think',
        '',
        'my.yaml:1:1: "service" is missing',
        '  1 | {}',
        '    | ^',
        '  expected a duration above 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
        '',
        'my.yaml:1:1: "servers" is missing',
        '  1 | {}',
        '    | ^',
        '  expected a whole number from 1 to 1000000, or infinite',
      ),
    ));
});

describe('all mistakes at once', () => {
  const text = lines(
    'arivals: 120/s',
    'service: { distribution: lognormal, mean: 20, scv: 2 }',
    'servers: none',
    'servers: 3',
    'routes: { arrive: queu }',
    'live: { broker: kafka }',
    'thresholds: [p99 wait < 200]',
  );

  it('are in the order of the lines, and a mistyped key is not also missing', () =>
    expect(
      said(text)
        .split('\n')
        .filter(line => line.startsWith('my.yaml')),
    ).toEqual([
      'my.yaml:1:1: "arivals" is not known here',
      'my.yaml:2:43: "20" has no unit',
      'my.yaml:4:1: "servers" stands here twice: first in line 3',
      'my.yaml:5:19: there is no place "queu" here',
      'my.yaml:6:17: "kafka" is not a known broker',
      'my.yaml:7:14: "200" has no unit',
    ]));

  it('can be had as data', () => {
    try {
      parseScenario(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ScenarioError);
      const { mistakes } = error as ScenarioError;
      expect(mistakes[0]).toEqual({
        line: 1,
        column: 1,
        message: '"arivals" is not known here',
        suggestion: 'arrivals',
      });
    }
  });

  it('of a part used twice by an alias are told once', () =>
    expect(
      said(
        'arrivals: 1/s\nstations:\n  a: &s { servers: 1, service: 5 }\n  b: *s\nroutes: { arrive: a, a: b, b: leave }',
      ),
    ).toBe(
      lines(
        'my.yaml:3:32: "5" has no unit',
        '  3 |   a: &s { servers: 1, service: 5 }',
        '    |                                ^',
        '  expected a duration above 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
      ),
    ));

  it('beyond twenty are counted', () => {
    const many = Array.from({ length: 21 }, (_, i) => `strange${i}: 1`);
    expect(said(lines(...good, ...many))).toMatch(/\n\nand 1 more mistake$/);
  });
});

it('does not let a text move the cursor', () => {
  expect(said(withLine('name: "\u001b[2J\u202e"'))).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
});
