import { describe, expect, test } from 'vitest';
import type { RetrySpec } from '../../src/scenario/type.js';
import { delaysOf, longestDelay } from '../../src/workload/comes-again.js';

const retry: RetrySpec = {
  delay: { distribution: 'deterministic', value: 0.1 },
  multiplier: 2,
  cap: 0.5,
  maxAttempts: 6,
};
const again = (more: Partial<RetrySpec> = {}) => ({
  ...{ className: 'jobs', seed: 1 },
  retry: { ...retry, ...more },
});
const all = (next: () => number | undefined): number[] => {
  const delays: number[] = [];
  for (let delay = next(); delay !== undefined; delay = next()) delays.push(delay);
  return delays;
};

describe('the delays of one who comes again', () => {
  test('double up to the cap, one less than there are attempts', () => {
    expect(all(delaysOf(again(), 0))).toEqual([0.1, 0.2, 0.4, 0.5, 0.5]);
    expect(all(delaysOf(again({ maxAttempts: 1 }), 0))).toEqual([]);
  });

  test('are its own, whoever asks when', () => {
    const random = again({ delay: { distribution: 'exponential', mean: 0.1 }, jitter: 0.5 });
    const alone = all(delaysOf(random, 7));
    const [a, b] = [delaysOf(random, 7), delaysOf(random, 8)];
    const mixed = alone.map(() => [a(), b()]);
    expect(mixed.map(([own]) => own)).toEqual(alone);
    expect(mixed.map(([, other]) => other)).not.toEqual(alone);
  });

  test('jitter shortens them by its share at most', () => {
    for (let customer = 0; customer < 100; customer++) {
      const delays = all(delaysOf(again({ jitter: 0.5 }), customer));
      for (const [i, longest] of [0.1, 0.2, 0.4, 0.5, 0.5].entries()) {
        expect(delays[i]).toBeLessThanOrEqual(longest);
        expect(delays[i]).toBeGreaterThanOrEqual(longest / 2);
      }
    }
  });

  test('have a longest one where there is a cap, and none where they grow without end', () => {
    expect(longestDelay(retry)).toBe(0.5);
    const { cap, ...endless } = retry;
    expect(longestDelay(endless)).toBeCloseTo(1.6, 9);
    expect(longestDelay({ ...endless, maxAttempts: 1e6 })).toBe(Number.POSITIVE_INFINITY);
  });
});
