import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometricSums } from '../../src/numerics/geometric-sums.js';
import { poissonExpectation, poissonProbability } from '../../src/numerics/poisson.js';

describe('geometricSums', () => {
  it('adds up what a loop adds up', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 300 }),
        (ratio, terms) => {
          let [s0, s1, s2] = [0, 0, 0];
          for (let i = 0; i < terms; i++) {
            s0 += ratio ** i;
            s1 += i * ratio ** i;
            s2 += i * i * ratio ** i;
          }
          const { ofPowers, ofIndex, ofIndexSquared } = geometricSums(ratio, terms);
          expect(Math.abs(ofPowers - s0)).toBeLessThanOrEqual(1e-12 * s0);
          expect(Math.abs(ofIndex - s1)).toBeLessThanOrEqual(1e-12 * s1);
          expect(Math.abs(ofIndexSquared - s2)).toBeLessThanOrEqual(1e-12 * s2);
        },
      ),
      { seed: 1 },
    );
  });

  it('counts a billion terms of ratio 1', () => {
    expect(geometricSums(1, 1e9)).toMatchObject({ ofPowers: 1e9, ofIndex: (1e9 * (1e9 - 1)) / 2 });
  });
});

describe('poissonProbability', () => {
  it.each([
    [0, 2, Math.exp(-2)],
    [3, 2, (Math.exp(-2) * 8) / 6],
    [12, 12, (Math.exp(-12) * 12 ** 12) / 479_001_600],
  ])('P(N = %d) at mean %d', (k, mean, expected) => {
    expect(Math.abs(poissonProbability(k, mean) / expected - 1)).toBeLessThan(1e-13);
  });

  it('sums to 1 with the mean and the variance of the law, small or large', () => {
    for (const mean of [0, 1e-9, 0.3, 7, 250.5, 1e6]) {
      expect(Math.abs(poissonExpectation(mean, () => 1) - 1)).toBeLessThan(1e-12);
      const scale = mean + 1;
      expect(Math.abs(poissonExpectation(mean, k => k / scale) - mean / scale)).toBeLessThan(1e-12);
      const variance = poissonExpectation(mean, k => (k - mean) ** 2 / scale);
      expect(Math.abs(variance - mean / scale)).toBeLessThan(1e-11);
    }
  });
});
