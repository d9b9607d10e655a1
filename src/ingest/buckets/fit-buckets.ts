import { type DistributionSpec, distributionOf, fromMeanAndScv } from '../../distributions/index.js';
import { exp } from '../../numerics/exp.js';
import { gammaQ } from '../../numerics/incomplete-gamma.js';
import { log } from '../../numerics/log.js';
import { log1p } from '../../numerics/near-zero.js';
import type { Buckets } from './buckets.js';
import { highest } from './highest.js';

/** A law fitted to buckets, and how well. */
export interface BucketFit {
  readonly law: DistributionSpec;
  /** Largest distance between the two distribution functions, at the bounds: between them nothing is known. */
  readonly distance: number;
  /** Of Pearson's test; absent: not counted, or too few buckets to tell. */
  readonly p?: number;
}

type Family = (mean: number, scv: number) => DistributionSpec;

/** Each by its first two moments; the range of the squared coefficient of variation, where there is one. */
const families: readonly { readonly make: Family; readonly scvs?: readonly [number, number] }[] = [
  { make: mean => ({ distribution: 'exponential', mean }) },
  { make: (mean, scv) => ({ distribution: 'gamma', mean, scv }), scvs: [1e-3, 30] },
  { make: (mean, scv) => lognormal(mean, scv), scvs: [1e-3, 1000] },
  { make: (mean, scv) => fromMeanAndScv(mean, scv), scvs: [1.001, 1000] },
];

/** Fewer are expected in no cell of Pearson's test. */
const fewestExpected = 5;

/**
 * The families fitted by greatest likelihood to what the buckets hold, the nearest first. Where the mean was measured
 * it is kept, and only the variation is fitted. Pearson's X² is compared with chi-squared of k - 1 - (fitted)
 * degrees of freedom (R. A. Fisher, Journal of the Royal Statistical Society 87, 1924; from memory, its level is tested).
 */
export function fitBuckets(buckets: Buckets): BucketFit[] {
  return families.map(family => fitted(buckets, family)).sort((a, b) => a.distance - b.distance);
}

function fitted(buckets: Buckets, { make, scvs }: (typeof families)[number]): BucketFit {
  const { edges, mean: measured } = buckets;
  const likelihood = (mean: number, scv: number) => logLikelihood(buckets, make(mean, scv));
  const span = [log(edges[0]) - 3, log(edges[edges.length - 1]) + 3] as const;
  const bestMean = (scv: number): number => measured ?? exp(highest(x => likelihood(exp(x), scv), ...span));
  const scv = scvs ? exp(highest(x => likelihood(bestMean(exp(x)), exp(x)), log(scvs[0]), log(scvs[1]))) : 1;
  const law = make(bestMean(scv), scv);
  const parameters = (measured === undefined ? 1 : 0) + (scvs ? 1 : 0);
  const p = pearson(buckets, law, parameters);
  return { law, distance: distanceOf(buckets, law), ...(p !== undefined && { p }) };
}

/** Probability of each bucket. */
function probabilities({ edges }: Buckets, law: DistributionSpec): number[] {
  const { cdf } = distributionOf(law);
  const below = [0, ...edges.map(cdf), 1];
  return below.slice(1).map((one, i) => Math.max(0, one - below[i]));
}

function logLikelihood(buckets: Buckets, law: DistributionSpec): number {
  const { shares } = buckets;
  return probabilities(buckets, law).reduce(
    (sum, p, i) => (shares[i] > 0 ? sum + shares[i] * log(Math.max(p, 1e-300)) : sum),
    0,
  );
}

function distanceOf({ edges, shares }: Buckets, law: DistributionSpec): number {
  const { cdf } = distributionOf(law);
  let below = 0;
  return Math.max(
    ...edges.map((edge, i) => {
      below += shares[i];
      return Math.abs(cdf(edge) - below);
    }),
  );
}

function pearson(buckets: Buckets, law: DistributionSpec, parameters: number): number | undefined {
  const { shares, count } = buckets;
  if (count === undefined) return undefined;
  const cells = [{ seen: 0, expected: 0 }];
  probabilities(buckets, law).forEach((p, i) => {
    if (cells[cells.length - 1].expected >= fewestExpected) cells.push({ seen: 0, expected: 0 });
    const cell = cells[cells.length - 1];
    cell.seen += shares[i] * count;
    cell.expected += p * count;
  });
  // What is left at the end is too little for a cell of its own.
  if (cells.length > 1 && cells[cells.length - 1].expected < fewestExpected) {
    const { seen, expected } = cells.pop() as (typeof cells)[0];
    const last = cells[cells.length - 1];
    last.seen += seen;
    last.expected += expected;
  }
  const sum = cells.reduce((total, { seen, expected }) => total + (seen - expected) ** 2 / expected, 0);
  const freedom = cells.length - 1 - parameters;
  return freedom < 1 ? undefined : gammaQ(freedom / 2, sum / 2);
}

function lognormal(mean: number, scv: number): DistributionSpec {
  return { distribution: 'lognormal', median: mean / Math.sqrt(1 + scv), sigma: Math.sqrt(log1p(scv)) };
}
