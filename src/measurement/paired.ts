import { Stream } from '../random/index.js';
import { ratioInterval } from '../statistics/interval.js';
import { studentFactor } from '../statistics/student.js';
import type { Path } from './path.js';
import { batchCount, sojournsOf, waitsOf } from './path-batches.js';
import { type PathMeasure, pathMeasures } from './path-measures.js';
import { empiricalQuantile } from './summarise.js';

/** (first - second) / second with its interval. */
export interface RelativeDifference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far two paths of the same customers lie apart in a measure. Taken customer by customer (batch by batch),
 * what both paths share cancels, so the interval is far narrower than that of either.
 */
export function pairedDifference(
  first: Path,
  second: Path,
  name: PathMeasure,
  servers: number,
  confidence: number,
): RelativeDifference | undefined {
  const a = pathMeasures[name](first, servers);
  const b = pathMeasures[name](second, servers);
  const scale = total(b.denominator) / total(a.denominator);
  const numerator = a.numerator.map((value, i) => value * scale - b.numerator[i]);
  const interval = ratioInterval(
    { replications: 1, batches: batchCount, numerator, denominator: b.numerator },
    studentFactor(confidence, batchCount - 1),
  );
  return interval && { value: interval.value, low: interval.low, high: interval.high };
}

const resamples = 400;

/**
 * The same for a percentile: a bootstrap over blocks of consecutive customers (Künsch, "The jackknife and the
 * bootstrap for general stationary observations", Annals of Statistics 17, 1989), the same blocks of both
 * paths together; the interval is the middle of the resampled differences.
 */
export function pairedQuantileDifference(
  first: Path,
  second: Path,
  of: 'wait' | 'sojourn',
  p: number,
  confidence: number,
): RelativeDifference | undefined {
  const times = of === 'wait' ? waitsOf : sojournsOf;
  const a = ranked(times(first));
  const b = ranked(times(second));
  const reference = empiricalQuantile(b.sorted, p);
  if (!(reference > 0)) return undefined;
  const value = empiricalQuantile(a.sorted, p) / reference - 1;
  // Where some are turned away, the two may differ in a few customers.
  const count = Math.min(a.sorted.length, b.sorted.length);
  const stream = new Stream([0x5eed, count, Math.round(p * 1e6), of.length]);
  const length = Math.max(1, Math.floor(count / batchCount));
  const differences = new Float64Array(resamples);
  const starts = new Int32Array(batchCount);
  for (let r = 0; r < resamples; r++) {
    for (let block = 0; block < batchCount; block++)
      starts[block] = Math.floor(stream.uniform() * (count - length + 1));
    differences[r] = (resampled(a, starts, length, p) - resampled(b, starts, length, p)) / reference;
  }
  differences.sort();
  return {
    value,
    low: Math.min(value, empiricalQuantile(differences, (1 - confidence) / 2)),
    high: Math.max(value, empiricalQuantile(differences, (1 + confidence) / 2)),
  };
}

interface Ranked {
  readonly sorted: Float64Array;
  /** Place of each customer's time in `sorted`. */
  readonly rank: Int32Array;
}

function ranked(times: Float64Array): Ranked {
  const order = Int32Array.from(times, (_, i) => i).sort((i, j) => times[i] - times[j]);
  const rank = new Int32Array(times.length);
  for (let place = 0; place < order.length; place++) rank[order[place]] = place;
  return { sorted: Float64Array.from(order, i => times[i]), rank };
}

/** The percentile of the customers in the blocks, by counting ranks: no sort for each resample. */
function resampled({ sorted, rank }: Ranked, starts: Int32Array, length: number, p: number): number {
  const counts = new Int32Array(sorted.length);
  for (const start of starts) {
    for (let i = start; i < start + length; i++) counts[rank[i]]++;
  }
  const target = Math.ceil(p * starts.length * length);
  let below = 0;
  for (let place = 0; place < counts.length; place++) {
    below += counts[place];
    if (below >= target) return sorted[place];
  }
  return sorted[sorted.length - 1];
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
