import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/scenario/error.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { serviceOf } from '../../src/scenario/service-of.js';

const good = `
name: good
classes: { orders: { arrivals: 10/s, priority: 1 }, rest: { arrivals: { process: renewal, rate: 2/s, scv: 4 } } }
stations:
  api: { servers: 4, service: { orders: 20ms, rest: { distribution: erlang, mean: 9ms, k: 3 } }, capacity: 50 }
  db: { servers: 2, service: { mean: 8ms, scv: 0.3 }, discipline: ps }
routes: { arrive: api, api: { db: 0.7, leave: 30% }, db: leave }
live: { broker: redis-list, duration: 30s }
thresholds: ['p99 wait < 200ms', loss < 0.1%]
run: { seed: 7, precision: 2%, stopOn: [meanWait, p99Sojourn], warmUp: 5s }
`;

/** Read, or refused with a message that names a place; anything else escapes. */
function readOrRefused(text: string, set: readonly string[] = []): void {
  try {
    parseScenario(text, { file: 'x.yaml', set });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.mistakes.length).toBeGreaterThan(0);
    expect(error.message).toMatch(/^(x\.yaml|--set )/);
    for (const { line, column, setting } of error.mistakes) {
      if (line !== undefined) expect([line, column, setting]).toEqual([line, expect.any(Number), undefined]);
      expect(line ?? 1).toBeLessThanOrEqual(text.split('\n').length);
    }
  }
}

const words = fc.constantFrom(
  ...'arrivals service servers classes stations routes run live thresholds distribution mean scv process rate'.split(
    ' ',
  ),
  ...'lognormal mixture of probabilities poisson 20ms 5/s 3 -1 0 1e999 .nan null ~ true "" p99 < 200ms'.split(
    ' ',
  ),
  ...[
    ': ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '\n  ',
    '- ',
    '&a ',
    '*a',
    '!!set ',
    '!x ',
    '? ',
    '| ',
    '#',
    '"',
    "'",
  ],
  ...['__proto__', 'constructor', 'toString', '<<: ', '---\n', '\t', '\u0000', '\u202e', '%', '=', '.'],
);

describe('any text is a scenario or is refused with a place', () => {
  it('of any characters', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => readOrRefused(text)),
      {
        seed: 3,
        numRuns: 1000,
      },
    ));

  it('of words of the language', () =>
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), parts => readOrRefused(parts.join(''))),
      {
        seed: 4,
        numRuns: 3000,
      },
    ));

  it('that is a scenario with a slip', () =>
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(12), words, (at, length, word) =>
        readOrRefused(good.slice(0, at) + word + good.slice(at + length)),
      ),
      { seed: 5, numRuns: 1000 },
    ));

  it('that is any JSON in place of a part', () => {
    const keys = fc.constantFrom(
      'arrivals',
      'service',
      'servers',
      'classes',
      'stations',
      'routes',
      'run',
      'live',
    );
    fc.assert(
      fc.property(keys, fc.jsonValue({ maxDepth: 4 }), (key, value) =>
        readOrRefused(JSON.stringify({ arrivals: '1/s', service: '1s', servers: 1, [key]: value })),
      ),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('with any setting', () =>
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), words, (path, value) =>
        readOrRefused(good, [`${path.join('.')}=${value}`]),
      ),
      { seed: 7, numRuns: 1000 },
    ));
});

it('the scenario that the slips are made in is good', () => {
  expect(parseScenario(good).name).toBe('good');
});

describe('bombs', () => {
  it.each([
    ['brackets', '['.repeat(500_000)],
    ['lists in lists', '- '.repeat(300_000)],
    ['deeper and deeper keys', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    [
      'aliases of aliases',
      [
        'a: &a [x, x]',
        ...'bcdefghijklm'
          .split('')
          .map((name, i) => `${name}: &${name} [${`*${'abcdefghijkl'[i]},`.repeat(9)}]`),
      ].join('\n'),
    ],
    ['a hundred thousand keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['a long word', 'x'.repeat(1_000_000)],
    ['a long key', `${'x'.repeat(1_000_000)}: 1`],
    ['a long number', `arrivals: ${'9'.repeat(500_000)}/s\nservice: 1s\nservers: 1`],
    [
      'a long list',
      `arrivals: 1/s\nservers: 1\nservice: { distribution: empirical, values: [${'1ms,'.repeat(40_000)}] }`,
    ],
  ])('%s', (_, text) => {
    readOrRefused(text);
  });

  it('are told in messages of a readable length', () => {
    try {
      parseScenario(`${'x'.repeat(900_000)}: 1\n${'y'.repeat(100_000)}`);
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(5000);
    }
  });
});

describe('what is written is what is meant', () => {
  const units = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 } as const;
  const unit = fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[]));
  const number = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  const close = (value: unknown, expected: number) =>
    expect(Math.abs(Number(value) / expected - 1)).toBeLessThan(1e-14);

  it('of any number with any unit', () =>
    fc.assert(
      fc.property(number, unit, number, unit, (count, per, time, in_) => {
        const { classes, stations } = parseScenario(
          `arrivals: ${count}/${per}\nservice: ${time}${in_}\nservers: 1`,
        );
        close(classes.customers.arrivals?.rate, count / units[per]);
        close(serviceOf(stations.queue, 'customers').mean, time * units[in_]);
      }),
      { seed: 8, numRuns: 500 },
    ));
});
