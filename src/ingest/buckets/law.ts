import { type DistributionSpec, distributionOf } from '../../distributions/index.js';
import { type Buckets, boundsOf } from './buckets.js';

/** More buckets than these are as good as the values themselves. */
const mostPieces = 60;

/**
 * The law that keeps what each bucket holds: within one it is spread evenly over the upper or the lower part, so that
 * the mean is the measured one; beyond the last bound it is exponential.
 * @param nearest the law whose mean beyond the last bound is taken where no measured one tells it
 */
export function lawOfBuckets(buckets: Buckets, nearest: DistributionSpec): DistributionSpec {
  const { shares, edges, mean } = buckets;
  const pieces = shares.flatMap((share, place) =>
    share > 0 ? [{ share, ...boundsOf(buckets, place) }] : [],
  );
  const closed = pieces.flatMap(({ share, low, high }) => (high === undefined ? [] : [{ share, low, high }]));
  const beyond = pieces.find(({ high }) => high === undefined);
  const last = edges[edges.length - 1];
  const lowest = closed.reduce((sum, { share, low }) => sum + share * low, 0);
  const room = closed.reduce((sum, { share, low, high }) => sum + share * (high - low), 0);
  let excess = beyond ? meanBeyond(nearest, last) : 0;
  const rest = beyond ? beyond.share * (last + excess) : 0;
  const part = mean === undefined || room === 0 ? 0.5 : (mean - rest - lowest) / room;
  const place = Math.min(0.98, Math.max(0.02, part));
  if (beyond && mean !== undefined && part !== place) {
    const wanted = (mean - lowest - place * room) / beyond.share - last;
    if (wanted > 0) excess = wanted;
  }
  if (closed.length > mostPieces && !beyond)
    return {
      distribution: 'empirical',
      values: closed.map(({ low, high }) => low + place * (high - low)),
      weights: closed.map(({ share }) => share),
    };
  const parts: DistributionSpec[] = closed.map(({ low, high }) => {
    const width = high - low;
    return place <= 0.5
      ? { distribution: 'uniform', min: low, max: rounded(low + 2 * place * width) }
      : { distribution: 'uniform', min: rounded(high - 2 * (1 - place) * width), max: high };
  });
  if (beyond)
    parts.push({
      distribution: 'shifted',
      of: { distribution: 'exponential', mean: rounded(excess) },
      by: last,
    });
  return {
    distribution: 'mixture',
    probabilities: [...closed.map(({ share }) => share), ...(beyond ? [beyond.share] : [])],
    of: parts,
  };
}

/** Mean of what a law has beyond a bound, less the bound: from its quantiles there. */
function meanBeyond(law: DistributionSpec, bound: number): number {
  const { cdf, quantile } = distributionOf(law);
  const from = cdf(bound);
  if (!(from < 1 - 1e-9)) return bound;
  const cells = 200;
  let sum = 0;
  for (let i = 0; i < cells; i++) sum += quantile(from + ((1 - from) * (i + 0.5)) / cells) - bound;
  return sum / cells;
}

/** More digits say nothing of a guess. */
const rounded = (value: number): number => Number(value.toPrecision(6));
