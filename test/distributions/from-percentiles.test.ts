import { describe, expect, test } from 'vitest';
import { distributionOf, lognormalThrough } from '../../src/distributions/index.js';

describe('a lognormal law through percentiles', () => {
  test('goes through two exactly', () => {
    const law = distributionOf(
      lognormalThrough([
        { p: 0.95, time: 0.032 },
        { p: 0.5, time: 0.008 },
      ]),
    );
    expect(law.cdf(0.008)).toBeCloseTo(0.5, 12);
    expect(law.cdf(0.032)).toBeCloseTo(0.95, 12);
  });

  test('finds the law again from any of its percentiles', () => {
    const law = distributionOf({ distribution: 'lognormal', median: 2, sigma: 0.7 });
    const points = [0.1, 0.5, 0.9, 0.99, 0.999].map(p => ({ p, time: law.quantile(p) }));
    const found = lognormalThrough(points);
    expect(found.median).toBeCloseTo(2, 9);
    expect(found.sigma).toBeCloseTo(0.7, 9);
  });

  test('comes near to what is nearly lognormal, by least squares of the logarithms', () => {
    const given = [
      { p: 0.5, time: 8 },
      { p: 0.95, time: 32 },
      { p: 0.99, time: 85 },
    ];
    const law = distributionOf(lognormalThrough(given));
    const residuals = given.map(({ p, time }) => Math.log(law.quantile(p) / time));
    expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 9);
    for (const residual of residuals) expect(Math.abs(residual)).toBeLessThan(Math.log(1.25));
  });

  test.each([
    ['one point', [{ p: 0.5, time: 8 }], /two percentiles or more/],
    [
      'falling ones',
      [
        { p: 0.5, time: 8 },
        { p: 0.95, time: 3 },
      ],
      /p95 = 3: expected more than p50/,
    ],
    [
      'equal ones',
      [
        { p: 0.5, time: 8 },
        { p: 0.95, time: 8 },
      ],
      /p95/,
    ],
    [
      'two clusters far apart',
      [
        { p: 0.5, time: 1 },
        { p: 0.75, time: 1.01 },
        { p: 0.99, time: 1000 },
      ],
      /lognormal/,
    ],
  ])('%s are refused', (_, points, message) => {
    expect(() => lognormalThrough(points)).toThrow(message);
  });
});
