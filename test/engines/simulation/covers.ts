import { expect } from 'vitest';
import type { Estimate } from '../../../src/result/result.js';

/** Chosen so that one interval in ten thousand misses by chance: the seeds are fixed, so none ever does. */
export const confidence = 0.9999;

/** The sampled estimates by name, each with an interval that holds the exact value. */
export function expectCovered(
  measures: Readonly<Partial<Record<string, Estimate>>>,
  exact: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(exact)) {
    const estimate = measures[name];
    expect(estimate?.kind, name).toBe('sampled');
    if (estimate?.kind !== 'sampled') continue;
    expect(estimate.low, name).toBeLessThanOrEqual(value);
    expect(estimate.high, name).toBeGreaterThanOrEqual(value);
    expect(estimate.halfWidth, name).toBeLessThan(0.2 * value);
  }
}
