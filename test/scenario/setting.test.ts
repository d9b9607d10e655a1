import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { lines, said } from './said.js';

const short =
  'arrivals: 120/s\nservice: 20ms\nservers: 4\ncapacity: 30\nrun: { seed: 2, stopOn: [meanWait, p99Wait] }';
const long = `
classes: { orders: { arrivals: 1/s }, reports: { arrivals: { process: renewal, rate: 2/s, scv: 4 } } }
stations:
  api: { servers: 1, service: { orders: 20ms, reports: { distribution: erlang, mean: 9ms, k: 3 } } }
  db: { servers: 2, service: 8ms }
routes: { arrive: api, api: db, db: leave }`;
const changed = (text: string, ...set: string[]) => parseScenario(text, { set });

describe('a setting', () => {
  it.each<[string, object, ...string[]]>([
    ['servers=5', { servers: 5 }],
    ['servers = infinite', { servers: 'infinite' }, 'capacity='],
    ['service=30ms', { service: { distribution: 'exponential', mean: 0.03 } }],
    ['service.mean=30ms', { service: { distribution: 'exponential', mean: 0.03 } }],
    ['service.scv=2', { service: { distribution: 'hyperexponential', mean: 0.02, scv: 2 } }],
    [
      'service={ distribution: lognormal, mean: 1s, scv: 3 }',
      { service: { distribution: 'lognormal', mean: 1, scv: 3 } },
    ],
    ['stations.queue.servers=9', { servers: 9 }],
    ['discipline=ps', { discipline: { discipline: 'ps' } }],
  ])('%s changes the short form', (setting, expected, ...more) => {
    expect(changed(short, ...more, setting).stations.queue).toMatchObject(expected);
  });

  it('takes a key away when nothing is given', () => {
    expect(changed(short, 'capacity=').stations.queue).not.toHaveProperty('capacity');
  });

  it('reaches into the run, lists and arrivals', () => {
    const scenario = changed(short, 'run.seed=7', 'run.stopOn.1=meanSojourn', 'arrivals.rate=7/min');
    expect(scenario.run).toMatchObject({ seed: 7, stopOn: ['meanWait', 'meanSojourn'] });
    expect(scenario.classes.customers.arrivals).toEqual({ process: 'poisson', rate: 7 / 60 });
  });

  it('asks for what the file does not have', () => {
    expect(changed(short, 'live.broker=redis-list').live).toMatchObject({
      broker: 'redis-list',
      messages: 2000,
    });
    expect(changed('', 'arrivals=1/s', 'service=1s', 'servers=2').stations.queue.servers).toBe(2);
  });

  it('gives way to a later one', () =>
    expect(changed(short, 'servers=5', 'servers=6').stations.queue.servers).toBe(6));

  it('reaches into the long form', () => {
    const { stations, classes } = changed(
      long,
      'stations.api.servers=2',
      'stations.db.service.mean=30ms',
      'stations.api.service.reports.k=2',
      'stations.api.service.orders.mean=1s',
      'classes.reports.arrivals.scv=1',
      'classes.orders.priority=3',
    );
    expect(stations.api).toMatchObject({
      servers: 2,
      service: {
        orders: { distribution: 'exponential', mean: 1 },
        reports: { distribution: 'erlang', mean: 0.009, k: 2 },
      },
    });
    expect(stations.db.service).toEqual({ distribution: 'exponential', mean: 0.03 });
    expect(classes.reports.arrivals?.scv).toBe(1);
    expect(classes.orders.priority).toBe(3);
  });

  it('finds the only station of the long form by a short path', () => {
    const one = 'arrivals: 1/s\nstations: { api: { servers: 1, service: 20ms } }';
    expect(changed(one, 'servers=3', 'service.mean=1s').stations.api).toMatchObject({
      servers: 3,
      service: { distribution: 'exponential', mean: 1 },
    });
  });
});

describe('a mistake in a setting is reported with its text', () => {
  it.each([
    [
      short,
      'servers=abc',
      '"abc" is not a number of servers',
      'expected a whole number from 1 to 1000000, or infinite',
    ],
    [short, 'servres=3', '"servres" is not known here', 'did you mean "servers"?'],
    [short, 'servers', 'there is no "=" here', 'expected path=value, such as servers=5 or service.mean=30ms'],
    [
      short,
      '=3',
      'this is no path into a scenario',
      'expected path=value, such as servers=5 or service.mean=30ms',
    ],
    [
      short,
      'a..b=3',
      'this is no path into a scenario',
      'expected path=value, such as servers=5 or service.mean=30ms',
    ],
    [
      short,
      '__proto__.x=3',
      'this is no path into a scenario',
      'expected path=value, such as servers=5 or service.mean=30ms',
    ],
    [
      short,
      'service=20',
      '"20" has no unit',
      'expected a duration above 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
    ],
    [short, 'run.seed.x=3', '"run.seed" is "2", which has no "x"'],
    [short, 'run.sede=3', '"sede" is not known here', 'did you mean "seed"?'],
    [short, 'run.stopOn.7=p99Wait', '"run.stopOn.7" is no place in a list of 2', 'expected 0 to 1'],
    [short, 'service=[', 'not YAML: Flow sequence must end with a ]'],
    [
      short,
      'live.duration=soon',
      '"soon" is not a duration',
      'expected a duration above 0 and at most 24h, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
    ],
    [long, 'servers=3', 'there are 2 stations', 'expected stations.api.servers, stations.db.servers'],
    [
      long,
      'stations.apii.servers=3',
      'there is no "apii" among the stations',
      'expected api, db',
      'did you mean "stations.api.servers"?',
    ],
    [
      long,
      'stations.api.servers=0',
      '"0" is not a number of servers',
      'expected a whole number from 1 to 1000000, or infinite',
    ],
  ])('%#', (text, setting, message, ...rest) => {
    expect(said(text, { set: [setting] })).toBe(
      lines(`--set ${setting}: ${message}`, ...rest.map(line => `  ${line}`)),
    );
  });

  it('after those of the file', () => {
    expect(
      said('arrivals: 1\nservice: 1s\nservers: 1', { set: ['servers=x'] })
        .split('\n\n')
        .map(one => one.split('\n')[0]),
    ).toEqual(['my.yaml:1:11: "1" has no unit', '--set servers=x: "x" is not a number of servers']);
  });

  it('also when it leaves out what it begins', () => {
    expect(said(short, { set: ['cost.currency=EUR'] })).toMatch(
      /^--set cost\.currency=EUR: "perServerHour" is missing/,
    );
  });
});
