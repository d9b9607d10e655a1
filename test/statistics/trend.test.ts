import { expect, test } from 'vitest';
import { trend } from '../../src/statistics/trend.js';

test('by hand: four values in order', () => {
  // All six pairs rise; the variance is 4 * 3 * 13 / 18, and the sum is taken a step nearer to none.
  expect(trend([1, 2, 3, 4])).toBeCloseTo(5 / Math.sqrt(156 / 18), 12);
  expect(trend([4, 3, 2, 1])).toBeCloseTo(-5 / Math.sqrt(156 / 18), 12);
});

test('as many pairs rise as fall', () => {
  expect(trend([2, 4, 1, 3])).toBe(0);
  expect(trend([5, 5, 5])).toBe(0);
});
