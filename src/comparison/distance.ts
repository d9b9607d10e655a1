import type { Result } from '../result/result.js';
import { type DistanceTest, distanceTest } from '../statistics/two-samples.js';

/** How far the laws of a time lie apart in two runs, and whether that is more than chance. */
export interface LawDistance extends DistanceTest {
  readonly of: 'wait' | 'sojourn';
}

/** Of the times that both runs kept by blocks; none of runs of older versions. */
export function distancesOf(first: Result, second: Result, seed: number): LawDistance[] {
  const { blocks: one } = first;
  const { blocks: other } = second;
  if (one === undefined || other === undefined) return [];
  return (['wait', 'sojourn'] as const).map(of => ({ of, ...distanceTest(one[of], other[of], seed) }));
}
