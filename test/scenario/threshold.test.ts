import { describe, expect, it } from 'vitest';
import { measures, parseQuantileName, quantileName } from '../../src/result/measure.js';
import { measureNames, percentileName } from '../../src/scenario/measure-names.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { lines, said } from './said.js';

const withThreshold = (text: string) =>
  `arrivals: 1/s\nservice: 1ms\nservers: 1\nthresholds:\n  - ${JSON.stringify(text)}`;

it.each([
  ['p99 wait < 200ms', 'p99Wait', '<', 0.2],
  ['p99.9 sojourn <= 1s', 'p99.9Sojourn', '<=', 1],
  ['p50Wait>5min', 'p50Wait', '>', 300],
  ['mean wait < 50ms', 'meanWait', '<', 0.05],
  ['meanSojourn >= 1s', 'meanSojourn', '>=', 1],
  ['loss < 0.1%', 'probabilityOfLoss', '<', 0.001],
  ['Utilisation < 80%', 'utilisation', '<', 0.8],
  ['utilization < 0.8', 'utilisation', '<', 0.8],
  ['throughput > 100/s', 'throughput', '>', 100],
  ['throughput > 6000/min', 'throughput', '>', 100],
  ['queue  length < 10', 'meanNumberInQueue', '<', 10],
  ['number in system < 2.5', 'meanNumberInSystem', '<', 2.5],
  ['abandonment < 5%', 'probabilityOfAbandonment', '<', 0.05],
])('%s', (text, measure, comparison, limit) => {
  const [threshold] = parseScenario(withThreshold(text)).thresholds ?? [];
  expect(threshold).toMatchObject({ text, measure, comparison });
  expect(threshold.limit).toBeCloseTo(limit, 12);
});

describe('a threshold that cannot be held', () => {
  it.each([
    [
      'p99 wait < 200',
      '"200" has no unit',
      'a duration of at least 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
    ],
    ['loss < 5', '"5" is too large', 'a fraction of at least 0 and at most 100%, such as 5% or 0.05'],
    [
      'mean wait < -1s',
      '"-1s" is negative',
      'a duration of at least 0, such as 20ms or 1.5s (ns, us, ms, s, min, h, d or w)',
    ],
    ['queue length < 5s', '"5s" is not a number', 'a number of at least 0'],
    ['p99 wait = 5s', '"=" is not a comparison', '<, <=, > or >='],
    [
      'p99 wait',
      '"p99 wait" is not a threshold',
      'one such as "p99 wait < 200ms", "loss < 0.1%" or "mean sojourn <= 1s"',
    ],
    ['', '"" is not a threshold', 'one such as "p99 wait < 200ms", "loss < 0.1%" or "mean sojourn <= 1s"'],
  ])('%s', (text, message, expected) => {
    expect(said(withThreshold(text))).toBe(
      lines(
        `my.yaml:5:5: ${message}`,
        `  5 |   - ${JSON.stringify(text)}`,
        '    |     ^',
        `  expected ${expected}`,
      ),
    );
  });

  it.each([
    ['mean wiat < 1s', 'mean wait'],
    ['p100 wait < 1s', 'p50 wait'],
    ['utilisaton < 1', 'utilisation'],
  ])('%s suggests %s', (text, suggestion) =>
    expect(said(withThreshold(text))).toMatch(
      new RegExp(`is not a measure[^]*did you mean "${suggestion}"\\?$`),
    ),
  );
});

it('a word that every object has is no measure', () => {
  expect(said(withThreshold('constructor < 5'))).toMatch(/^my\.yaml:5:5: "constructor" is not a measure\n/);
});

describe('the names are those of results', () => {
  const kinds = { duration: 'duration', rate: 'rate', fraction: 'fraction', count: 'number' } as const;

  it('of measures, with their units', () => {
    expect(Object.fromEntries(Object.entries(measureNames).map(([name, { kind }]) => [name, kind]))).toEqual(
      Object.fromEntries(Object.entries(measures).map(([name, { unit }]) => [name, kinds[unit]])),
    );
  });

  it.each(['p50Wait', 'p99.9Sojourn', 'p99.99Wait', 'p0.5Wait'])('of percentiles: %s', name => {
    const parsed = parseQuantileName(name);
    expect(parsed && quantileName(parsed.p, parsed.of)).toBe(name);
    expect(percentileName(name)).toBe(name);
  });

  it.each(['p0Wait', 'p100Wait', 'pWait', 'p99', 'p99Loss'])('and of no others: %s', name => {
    expect(parseQuantileName(name)).toBeUndefined();
    expect(percentileName(name)).toBeUndefined();
  });
});
