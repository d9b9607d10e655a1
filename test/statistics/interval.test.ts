import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/random/index.js';
import { ratioInterval } from '../../src/statistics/interval.js';

const ones = (n: number) => new Float64Array(n).fill(1);

describe('interval of a ratio', () => {
  it('is symmetric and of the textbook width for alternating batches', () => {
    // Four batches 1, 3, 1, 3: mean 2, variance of the mean 4 / (4 * 3) = 1/3, no skew, negative lag-1.
    const interval = ratioInterval(
      { replications: 1, batches: 4, numerator: [1, 3, 1, 3], denominator: ones(4) },
      2,
    )!;
    expect(interval.value).toBe(2);
    expect(interval.lagOne).toBe(0);
    expect(interval.standardError).toBeCloseTo(Math.sqrt(1 / 3), 14);
    expect(interval.low).toBeCloseTo(2 - 2 * Math.sqrt(1 / 3), 12);
    expect(interval.high).toBeCloseTo(2 + 2 * Math.sqrt(1 / 3), 12);
  });

  it('takes the variance between replications when it is the larger', () => {
    // Within a replication nothing varies: z = -1 and +1; variance of the mean of two replications = 1.
    const numerator = [1, 1, 1, 1, 3, 3, 3, 3];
    const interval = ratioInterval({ replications: 2, batches: 4, numerator, denominator: ones(8) }, 1)!;
    expect(interval.lagOne).toBeCloseTo(0.999, 12);
    expect(interval.standardError).toBeGreaterThanOrEqual(1);
  });

  it('reaches further to the side of the long tail', () => {
    const numerator = [1, 1, 1, 1, 1, 1, 1, 9];
    const interval = ratioInterval({ replications: 1, batches: 8, numerator, denominator: ones(8) }, 2)!;
    expect(interval.high - interval.value).toBeGreaterThan(interval.value - interval.low);
  });

  it('divides sums, not batch by batch', () => {
    const interval = ratioInterval(
      { replications: 1, batches: 2, numerator: [1, 9], denominator: [1, 3] },
      2,
    )!;
    expect(interval.value).toBe(2.5);
  });

  it('has no width when nothing varies and no value when nothing was counted', () => {
    const flat = ratioInterval(
      { replications: 2, batches: 2, numerator: [2, 2, 2, 2], denominator: ones(4) },
      2,
    )!;
    expect([flat.low, flat.value, flat.high]).toEqual([2, 2, 2]);
    expect(
      ratioInterval({ replications: 2, batches: 2, numerator: [0, 0, 0, 0], denominator: [0, 0, 0, 0] }, 2),
    ).toBeUndefined();
  });

  it('covers the mean of independent skewed batches about as often as it says', () => {
    const stream = new Stream([1, 2, 3, 4]);
    let covered = 0;
    const runs = 1000;
    for (let run = 0; run < runs; run++) {
      const numerator = Float64Array.from({ length: 16 * 12 }, () => -Math.log(stream.uniformOpen()));
      const interval = ratioInterval(
        { replications: 16, batches: 12, numerator, denominator: ones(192) },
        2.1314,
      )!;
      if (interval.low <= 1 && 1 <= interval.high) covered++;
    }
    // Conservative by design (the larger of two variances): at least the nominal 95 % less 3 standard errors.
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.995);
  });
});
