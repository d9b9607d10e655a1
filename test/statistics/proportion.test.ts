import { describe, expect, test } from 'vitest';
import { percentileInterval, proportionInterval } from '../../src/statistics/proportion.js';

describe('the interval of Clopper and Pearson', () => {
  test('has its closed form where all trials or none succeed', () => {
    // (α/2)^(1/n)
    expect(proportionInterval(20, 20, 0.95)).toEqual({ low: expect.closeTo(0.025 ** (1 / 20), 12), high: 1 });
    expect(proportionInterval(0, 20, 0.95)).toEqual({
      low: 0,
      high: expect.closeTo(1 - 0.025 ** (1 / 20), 12),
    });
  });

  test('has a tail of 2.5 % of the binomial law at each end', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    const chance = (p: number, k: number) => choose(12, k) * p ** k * (1 - p) ** (12 - k);
    const { low, high } = proportionInterval(4, 12, 0.95);
    const upTo = (p: number, most: number) =>
      Array.from({ length: most + 1 }, (_, k) => chance(p, k)).reduce((sum, one) => sum + one, 0);
    expect(1 - upTo(low, 3)).toBeCloseTo(0.025, 10);
    expect(upTo(high, 4)).toBeCloseTo(0.025, 10);
  });
});

describe('the interval of a percentile between order statistics', () => {
  const draws = Array.from({ length: 100 }, (_, i) => i + 1);

  test('of the median of 100 draws is that of the tables: the 40th to the 61st', () => {
    expect(percentileInterval(draws, 0.5, 0.95)).toEqual({ value: 50, low: 40, high: 61 });
  });

  test('of the 95th percentile there is one from 72 draws on', () => {
    // 0.95^n <= 0.025
    expect(percentileInterval(draws.slice(0, 71), 0.95, 0.95)).toBeUndefined();
    expect(percentileInterval(draws.slice(0, 72), 0.95, 0.95)).toMatchObject({ high: 72 });
  });
});
