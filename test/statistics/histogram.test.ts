import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketCount,
  bucketEdge,
  bucketOf,
  bucketOrigin,
  countAbove,
  histogramQuantile,
  lumpAt,
} from '../../src/statistics/histogram.js';

const origin = bucketOrigin(0.02);

function filled(times: readonly number[]): Uint32Array {
  const counts = new Uint32Array(bucketCount);
  for (const time of times) counts[bucketOf(time, origin)]++;
  return counts;
}

describe('histogram of times', () => {
  it('puts every time between the edges of its bucket, which are 1.6 % apart at most', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1e5, noNaN: true }), time => {
        const bucket = bucketOf(time, origin);
        const low = bucketEdge(bucket, origin);
        const high = bucketEdge(bucket + 1, origin);
        expect(low).toBeLessThanOrEqual(time);
        expect(high).toBeGreaterThan(time);
        expect(high / low).toBeLessThan(1.0157);
      }),
    );
  });

  it('keeps zeros in the first bucket', () => {
    expect(bucketOf(0, origin)).toBe(0);
    expect(histogramQuantile(filled([0, 0, 0, 1]), 4, 0.5, origin)).toBe(0);
  });

  it('has no quantile at 1 and none of nothing', () => {
    expect(histogramQuantile(filled([1, 2]), 2, 1, origin)).toBeUndefined();
    expect(histogramQuantile(filled([]), 0, 0.5, origin)).toBeUndefined();
  });

  it('finds the quantiles of evenly spread times within 0.1 %', () => {
    const times = Array.from({ length: 100_000 }, (_, i) => 0.01 + (i + 0.5) * 1e-6);
    const counts = filled(times);
    for (const p of [0.01, 0.5, 0.9, 0.99]) {
      const exact = 0.01 + p * 0.1;
      expect(Math.abs(histogramQuantile(counts, times.length, p, origin)! / exact - 1)).toBeLessThan(1e-3);
    }
  });

  it('counts above a time as the inverse of the quantile', () => {
    const times = Array.from({ length: 5000 }, (_, i) => 0.001 * 1.002 ** i);
    const counts = filled(times);
    for (const p of [0.1, 0.5, 0.95]) {
      const time = histogramQuantile(counts, times.length, p, origin)!;
      expect(countAbove(counts, 0, time, origin)).toBeCloseTo((1 - p) * times.length, 6);
    }
  });

  it('knows a lump of equal times from times that are spread', () => {
    const [from, to] = [
      bucketEdge(bucketOf(0.07, origin), origin),
      bucketEdge(bucketOf(0.07, origin) + 1, origin),
    ];
    const spread = Array.from({ length: 2000 }, (_, i) => 0.05 + i * 2e-5);
    expect(lumpAt(filled(spread), 0.07, origin)).toBeUndefined();
    const lumped = filled([...spread, ...Array.from({ length: 3000 }, () => 0.07)]);
    expect(lumpAt(lumped, 0.07, origin)).toEqual({ from, to });
    expect(lumpAt(lumped, to, origin)).toEqual({ from, to });
    expect(lumpAt(lumped, 0.08, origin)).toBeUndefined();
  });
});
