/** How many times lie between bounds: all that is known of each is the bucket that it fell into. Seconds. */
export interface Buckets {
  /** Bounds between buckets, growing: the first begins at 0, the last has no end. */
  readonly edges: readonly number[];
  /** Share of all in each bucket, bounds above included: one more than there are edges. */
  readonly shares: readonly number[];
  /** How many were counted; absent: the shares are all that is known. */
  readonly count?: number;
  /** Of all of them, measured and not worked out from the buckets. */
  readonly mean?: number;
  /** The longest of them. */
  readonly longest?: number;
}

/** A number of which only bounds are known; no `high`: none above. */
export interface Between {
  readonly low: number;
  readonly high?: number;
}

/** The bounds of a bucket by its place. */
export function boundsOf({ edges, longest }: Buckets, place: number): Between {
  const low = place === 0 ? 0 : edges[place - 1];
  const high = edges[place] ?? longest;
  return { low, ...(high !== undefined && { high }) };
}

/** The bucket in which a quantile lies. */
export function quantileIn(buckets: Buckets, p: number): Between {
  let sum = 0;
  const place = buckets.shares.findIndex(share => {
    sum += share;
    return sum >= p - 1e-12;
  });
  return boundsOf(buckets, place < 0 ? buckets.shares.length - 1 : place);
}

/** Between which numbers the mean lies, from the buckets alone. */
export function meanBetween(buckets: Buckets): Between {
  let [low, high] = [0, 0];
  buckets.shares.forEach((share, place) => {
    if (share === 0) return;
    const bounds = boundsOf(buckets, place);
    low += share * bounds.low;
    high += share * (bounds.high ?? Number.POSITIVE_INFINITY);
  });
  return { low, ...(high < Number.POSITIVE_INFINITY && { high }) };
}

/** Shares by how many were counted in each bucket. */
export const sharesOf = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map(count => count / total);
};
