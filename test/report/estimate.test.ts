import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatCompactEstimate,
  formatEstimate,
  formatInterval,
  isLopsided,
} from '../../src/report/content/estimate.js';
import type { Sampled } from '../../src/result/result.js';
import { exact } from './sample-study.js';

const between = (low: number, value: number, high: number): Sampled => ({
  kind: 'sampled',
  value,
  low,
  high,
  halfWidth: Math.max(value - low, high - value),
  confidence: 0.95,
  effectiveSamples: 100,
});

describe('an estimate in words', () => {
  test.each([
    ['duration', between(0.0388, 0.0392, 0.0396), '39.2 ± 0.4 ms', '39.2 ms ±1%', '38.8 to 39.6 ms'],
    ['duration', between(0.041, 0.049, 0.093), '49 ms (41 to 93)', '49 ms (41–93)', undefined],
    ['rate', between(41, 49, 93), '49/s (41 to 93)', '49/s (41–93)', undefined],
    ['rate', between(108, 110, 112), '110/s ± 2/s', '110/s ±1.8%', '108 to 112/s'],
    // Nothing was lost, and more than 18 in a million are not ruled out.
    ['fraction', between(0, 0, 0.000018), '0 % (0 to 0.0018)', '0 % (0–0.0018)', undefined],
    // The interval chooses the unit where it is wider than the value.
    ['duration', between(0, 0, 0.003), '0 ms (0 to 3)', '0 ms (0–3)', undefined],
    ['duration', between(0.7, 0.9, 2.5), '0.9 s (0.7 to 2.5)', '0.9 s (0.7–2.5)', undefined],
    // One side of almost nothing brings no places that the other cannot bear.
    ['count', between(1.309_99, 1.31, 2.52), '1.31 (1.31 to 2.52)', '1.31 (1.31–2.52)', undefined],
    ['count', exact(4.61), '4.61', '4.61', undefined],
    ['count', between(1.31, 1.31, 2.52), '1.3 (1.3 to 2.5)', '1.3 (1.3–2.5)', undefined],
    // Rounding is no width.
    ['fraction', between(1 - 1e-12, 1, 1), '100 %', '100 %', undefined],
    ['duration', between(0, 0, 0), '0 s', '0 s', undefined],
  ] as const)('%s %#: %o', (unit, estimate, full, compact, interval) => {
    expect(formatEstimate(unit, estimate)).toBe(full);
    expect(formatCompactEstimate(unit, estimate)).toBe(compact);
    expect(formatInterval(unit, estimate)).toBe(interval);
  });

  test('is lopsided from one and a half times on', () => {
    expect(isLopsided(between(8, 10, 13))).toBe(false);
    expect(isLopsided(between(8, 10, 13.1))).toBe(true);
    expect(isLopsided(between(6.9, 10, 12))).toBe(true);
    expect(isLopsided(exact(10))).toBe(false);
  });

  test('stays short, without an exponent, and says ends in the right order', () => {
    const size = fc.double({ min: 1e-3, max: 100, noNaN: true });
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true }), size, (value, below, above) => {
        const text = formatEstimate('duration', between(value * (1 - below), value, value * (1 + above)));
        expect(text.length).toBeLessThan(40);
        expect(text).not.toMatch(/NaN|Infinity|\de[-+]?\d/);
        const ends = /\(([\d.]+) to ([\d.]+)\)/.exec(text);
        if (ends) expect(Number(ends[1])).toBeLessThanOrEqual(Number(ends[2]));
      }),
    );
  });
});
