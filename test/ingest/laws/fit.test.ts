import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { bestFit } from '../../../src/ingest/laws/fit.js';
import { streamFor } from '../../../src/random/index.js';

function draws(law: DistributionSpec, seed: number, count = 400): Float64Array {
  const block = new Float64Array(count);
  distributionOf(law).fill(block, streamFor(seed, 'test'));
  return block.sort();
}

describe('the nearest law', () => {
  const lognormal = { distribution: 'lognormal', median: 2, sigma: 0.8 };
  test('finds the family that was drawn from, and its parameters', () => {
    const { law, p } = bestFit(draws(lognormal, 1));
    expect(law.distribution).toBe('lognormal');
    expect(law.sigma).toBeCloseTo(0.8, 1);
    expect(p).toBeGreaterThan(0.05);
  });

  test('a test at 5 % turns its own family away rarely: at most 4 of 20 seeds', () => {
    const turnedAway = Array.from({ length: 20 }, (_, seed) => bestFit(draws(lognormal, seed, 200)).p).filter(
      p => p < 0.05,
    );
    expect(turnedAway.length).toBeLessThanOrEqual(4);
  });

  test('two times and nothing between are none of the families', () => {
    const two = Float64Array.from({ length: 400 }, (_, i) => (i < 200 ? 1 : 5));
    expect(bestFit(two).p).toBeLessThan(0.05);
  });

  test('the same time always', () => {
    const { law, p } = bestFit(new Float64Array(50).fill(3));
    expect(bestFit(Float64Array.of(0.8, 0.800001, 0.800002)).law.distribution).toBe('deterministic');
    expect(law).toEqual({ distribution: 'deterministic', value: 3 });
    expect(p).toBe(1);
  });
});
