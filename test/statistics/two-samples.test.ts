import { describe, expect, test } from 'vitest';
import { pathOf, servedOf } from '../../src/measurement/path.js';
import { sojournsOf } from '../../src/measurement/path-batches.js';
import { timeBlocks } from '../../src/measurement/time-blocks.js';
import { distanceTest } from '../../src/statistics/two-samples.js';
import { synthetic } from '../measurement/synthetic.js';

/** The sojourn times of a run of M/M/2 at 0.7, by blocks. */
function run(seed: number, overhead = 0) {
  const observations = synthetic({ messages: 2000, seed, overhead });
  return timeBlocks(sojournsOf(pathOf(observations, 'virtual', servedOf(observations))));
}

describe('the distance of two laws', () => {
  test('by hand: the distribution functions are linear inside a bin', () => {
    const first = {
      edges: [0, 1, 2],
      counts: [
        [0, 1, 1],
        [0, 1, 1],
      ],
    };
    const second = {
      edges: [0, 2, 4],
      counts: [
        [0, 1, 1],
        [0, 1, 1],
      ],
    };
    // F(2) = 1 and G(2) = 1/2; every block is the same, so no resample is any further off.
    expect(distanceTest(first, second, 1, 99)).toEqual({ distance: 0.5, at: 2, pValue: 0.01 });
    expect(distanceTest(first, first, 1, 99)).toEqual({ distance: 0, at: 0, pValue: 1 });
  });

  test('is rarely called real between runs of the same queue, and mostly where services are a fifth longer', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => i);
    const differs = (overhead: number) =>
      seeds.filter(i => distanceTest(run(2 * i + 1), run(2 * i + 2, overhead), i, 199).pValue < 0.05).length;
    // 5 % is claimed; more than 7 of 40 has a probability of 0.3 %.
    expect(differs(0)).toBeLessThanOrEqual(7);
    expect(differs(0.002)).toBeGreaterThanOrEqual(30);
  });
});
