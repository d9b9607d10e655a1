import { expect, test } from 'vitest';
import { longestPayload } from '../../src/scenario/payload.js';
import { payloadsOf } from '../../src/workload/payloads.js';

test('all alike, or drawn by the seed', () => {
  expect(payloadsOf(300, 3, 1)).toEqual(Uint32Array.of(300, 300, 300));
  const law = { distribution: 'lognormal', mean: 2000, scv: 1 };
  const sizes = payloadsOf(law, 20_000, 1);
  expect(payloadsOf(law, 20_000, 1)).toEqual(sizes);
  expect(payloadsOf(law, 20_000, 2)).not.toEqual(sizes);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  // The standard deviation is the mean.
  expect(Math.abs(mean / 2000 - 1)).toBeLessThan(4 / Math.sqrt(20_000));
});

test('none is longer than a broker bears', () => {
  const sizes = payloadsOf({ distribution: 'pareto', alpha: 1.1, min: 1e6 }, 5000, 1);
  expect(sizes.reduce((a, b) => Math.max(a, b))).toBe(longestPayload);
});
