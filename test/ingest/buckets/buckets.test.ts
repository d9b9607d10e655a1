import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { type Buckets, meanBetween, quantileIn, sharesOf } from '../../../src/ingest/buckets/buckets.js';
import { fitBuckets } from '../../../src/ingest/buckets/fit-buckets.js';
import { fromPercentiles } from '../../../src/ingest/buckets/from-percentiles.js';
import { lawOfBuckets } from '../../../src/ingest/buckets/law.js';
import { streamFor } from '../../../src/random/index.js';

const edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

function counted(law: DistributionSpec, seed: number, count: number): Buckets {
  const block = new Float64Array(count);
  distributionOf(law).fill(block, streamFor(seed, 'test'));
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of block) counts[edges.filter(edge => value > edge).length]++;
  return { edges, shares: sharesOf(counts), count, mean: block.reduce((a, b) => a + b, 0) / count };
}

const lognormal = { distribution: 'lognormal', mean: 0.1, scv: 2 };

describe('bounds are all that is known', () => {
  const buckets = { edges: [1, 2], shares: [0.5, 0.3, 0.2] };
  test('of a quantile', () => {
    expect(quantileIn(buckets, 0.5)).toEqual({ low: 0, high: 1 });
    expect(quantileIn(buckets, 0.6)).toEqual({ low: 1, high: 2 });
    expect(quantileIn(buckets, 0.99)).toEqual({ low: 2 });
    expect(quantileIn({ ...buckets, longest: 5 }, 0.99)).toEqual({ low: 2, high: 5 });
  });
  test('of the mean', () => {
    expect(meanBetween(buckets)).toEqual({ low: 0.3 + 0.4 });
    expect(meanBetween({ ...buckets, longest: 5 })).toEqual({ low: 0.3 + 0.4, high: 0.5 + 0.6 + 1 });
  });
});

describe('fitted laws', () => {
  test('the family that was drawn from is found, and its variation', () => {
    const [fit] = fitBuckets(counted(lognormal, 1, 5000));
    expect(fit.law.distribution).toBe('lognormal');
    expect(distributionOf(fit.law).scv).toBeGreaterThan(1.6);
    expect(distributionOf(fit.law).scv).toBeLessThan(2.5);
    expect(fit.p).toBeGreaterThan(0.01);
  });

  test('where the mean is not known it is fitted, too', () => {
    const { mean: _, ...without } = counted(lognormal, 1, 20_000);
    const fit = fitBuckets(without).find(({ law }) => law.distribution === 'lognormal');
    expect(distributionOf(fit?.law ?? lognormal).mean / 0.1).toBeCloseTo(1, 1);
  });

  test('a test at 5 % turns its own family away rarely: at most 6 of 40 seeds', () => {
    const turnedAway = Array.from({ length: 40 }, (_, seed) =>
      fitBuckets(counted({ distribution: 'exponential', mean: 0.1 }, seed, 1000)).find(
        ({ law }) => law.distribution === 'exponential',
      ),
    ).filter(fit => (fit?.p ?? 0) < 0.05);
    expect(turnedAway.length).toBeLessThanOrEqual(6);
  });

  test('two times and nothing between are none of the families', () => {
    const two = { edges, shares: [0, 0.5, 0, 0, 0, 0, 0, 0.5, 0, 0], count: 1000 };
    for (const { p = 0 } of fitBuckets(two)) expect(p).toBeLessThan(1e-6);
  });
});

describe('the law that keeps the buckets', () => {
  test.each([1, 2, 3])('has their shares at every bound, and the measured mean: seed %i', seed => {
    const buckets = counted(lognormal, seed, 2000);
    const law = distributionOf(lawOfBuckets(buckets, lognormal));
    let below = 0;
    edges.forEach((edge, i) => {
      below += buckets.shares[i];
      expect(law.cdf(edge)).toBeCloseTo(below, 9);
    });
    expect(law.mean / (buckets.mean ?? 0)).toBeCloseTo(1, 4);
  });
});

test('percentiles are shares between bounds; those that fall are an error', () => {
  const { edges: bounds, shares } = fromPercentiles(
    [
      { p: 0.99, time: 0.085 },
      { p: 0.5, time: 0.008 },
    ],
    'x',
  );
  expect(bounds).toEqual([0.008, 0.085]);
  expect(shares.map(share => Number(share.toFixed(12)))).toEqual([0.5, 0.49, 0.01]);
  const falling = [
    { p: 0.5, time: 2 },
    { p: 0.9, time: 1 },
  ];
  expect(() => fromPercentiles(falling, 'x')).toThrow(
    'x: p90 is 1 s and p50 is 2 s; expected percentiles that grow',
  );
});
