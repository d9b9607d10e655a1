import type { DistributionSpec } from '../../distributions/index.js';
import { type Between, type Buckets, meanBetween, quantileIn } from './buckets.js';
import { type BucketFit, fitBuckets } from './fit-buckets.js';
import { lawOfBuckets } from './law.js';

/** What buckets say of the services. Seconds. */
export interface BucketService {
  /** How many buckets hold any. */
  readonly used: number;
  readonly count?: number;
  /** One number where it was measured. */
  readonly mean: Between;
  readonly quantiles: readonly { readonly p: number; readonly between: Between }[];
  /** The share of services that a time is not exceeded by, at the bounds. */
  readonly points: readonly { readonly p: number; readonly time: number }[];
  /** Families by distance, the nearest first. */
  readonly fits: readonly BucketFit[];
  /** The law that keeps the buckets as they are. */
  readonly pieces: DistributionSpec;
}

const told = [0.5, 0.9, 0.95, 0.99, 0.999];

export function serviceIn(buckets: Buckets): BucketService {
  const fits = fitBuckets(buckets);
  const { count, mean } = buckets;
  return {
    used: buckets.shares.filter(share => share > 0).length,
    ...(count !== undefined && { count }),
    mean: mean === undefined ? meanBetween(buckets) : { low: mean, high: mean },
    quantiles: told
      .filter(p => count === undefined || count * (1 - p) >= 1)
      .map(p => ({ p, between: quantileIn(buckets, p) })),
    points: pointsIn(buckets),
    fits,
    pieces: lawOfBuckets(buckets, fits[0].law),
  };
}

function pointsIn({ edges, shares }: Buckets): { p: number; time: number }[] {
  let p = 0;
  return edges.flatMap((time, i) => {
    p += shares[i];
    return shares[i] > 0 && p < 1 - 1e-9 ? [{ p, time }] : [];
  });
}
