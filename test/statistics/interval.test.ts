import { describe, expect, it } from 'vitest';
import { fillExponential, fillNormal, streamFor } from '../../src/random/index.js';
import { factorsFor, ratioInterval } from '../../src/statistics/interval.js';

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

  /** How often an interval of 95 % holds the mean of 16 replications of 12 batches. */
  const coverage = (mean: number, fill: (block: Float64Array) => void): number => {
    const factors = factorsFor(0.95, 16, 12);
    const numerator = new Float64Array(16 * 12);
    let covered = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      fill(numerator);
      const data = { replications: 16, batches: 12, numerator, denominator: ones(16 * 12) };
      const { low, high } = ratioInterval(data, factors.batches, factors.replications)!;
      if (low <= mean && mean <= high) covered++;
    }
    return covered / runs;
  };
  // Three standard errors of a coverage over so many runs.
  const near = 0.01;

  it('covers the mean of independent normal batches a little more often than it says', () => {
    const stream = streamFor(1, 'normal');
    expect(Math.abs(coverage(0, block => fillNormal(block, stream)) - 0.962)).toBeLessThan(near);
  });

  it('covers the mean of independent skewed batches as often', () => {
    const stream = streamFor(1, 'skewed');
    expect(Math.abs(coverage(1, block => fillExponential(block, stream)) - 0.962)).toBeLessThan(near);
  });

  it('has one factor where the two variances are one', () => {
    expect(factorsFor(0.95, 16, 1)).toEqual(factorsFor(0.95, 1, 16));
  });

  it('covers a little less often than it says where replications differ by more than their batches show', () => {
    const stream = streamFor(1, 'apart');
    const apart = new Float64Array(16);
    const differing = (block: Float64Array) => {
      fillNormal(block, stream);
      fillNormal(apart, stream, 0.5);
      for (let i = 0; i < block.length; i++) block[i] += apart[Math.floor(i / 12)];
    };
    expect(Math.abs(coverage(0, differing) - 0.933)).toBeLessThan(near);
  });
});
