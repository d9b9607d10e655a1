import type { MeasureName } from '../result/measure.js';
import { reportedQuantiles } from '../result/measure.js';
import type { Quantile, Sampled, Tail, TimeSeries } from '../result/result.js';
import { type RatioInterval, ratioInterval } from '../statistics/interval.js';
import { studentFactor } from '../statistics/student.js';
import type { Path } from './path.js';
import { batchCount, customerBatches, sojournsOf, waitsOf } from './path-batches.js';
import { type PathMeasure, pathMeasureNames, pathMeasures } from './path-measures.js';

export interface SummaryOptions {
  readonly servers: number;
  readonly confidence: number;
  /** Percentiles besides the usual ones. */
  readonly percentiles?: readonly number[];
  /** How the number in the system was got, for the chart. */
  readonly seriesAbout: string;
}

export interface Summary {
  readonly measures: Partial<Record<MeasureName, Sampled>>;
  readonly waitQuantiles: Quantile[];
  readonly sojournQuantiles: Quantile[];
  readonly tails: { readonly wait?: Tail; readonly sojourn?: Tail };
  readonly series: TimeSeries[];
  readonly customers: number;
}

/** Fewer customers than this in a batch say nothing about the next. */
const fewestCustomers = 2 * batchCount;

/** Measures, percentiles and tails of one path, with intervals from its 20 batches; empty for a handful of customers. */
export function summarise(path: Path, options: SummaryOptions): Summary {
  const customers = path.arrival.length;
  if (customers < fewestCustomers) {
    return { measures: {}, waitQuantiles: [], sojournQuantiles: [], tails: {}, series: [], customers };
  }
  const factor = studentFactor(options.confidence, batchCount - 1);
  const waits = waitsOf(path);
  const sojourns = sojournsOf(path);
  const measures: Partial<Record<MeasureName, Sampled>> = {};
  for (const name of pathMeasureNames) {
    const sampled = measure(path, name, factor, options);
    if (sampled !== undefined) measures[name] = sampled;
  }
  return {
    measures,
    waitQuantiles: quantilesOf(waits, factor, options),
    sojournQuantiles: quantilesOf(sojourns, factor, options),
    tails: { wait: tailOf(waits), sojourn: tailOf(sojourns) },
    series: [numberInSystem(path, options.seriesAbout)],
    customers,
  };
}

function measure(
  path: Path,
  name: PathMeasure,
  factor: number,
  options: SummaryOptions,
): Sampled | undefined {
  if (name === 'utilisation' && !Number.isFinite(options.servers)) return undefined;
  if (name === 'probabilityOfLoss' && path.turnedAway === undefined) return undefined;
  // Whoever is turned away thinks again before the same cycle is over.
  if (name === 'meanCycle' && (path.think === undefined || path.turnedAway)) return undefined;
  const interval = ratioInterval(
    { replications: 1, batches: batchCount, ...pathMeasures[name](path, options.servers) },
    factor,
  );
  return interval && sampled(interval, path.arrival.length, options.confidence);
}

/** The mean of a time of each customer, in order of arrival, with its interval. */
export function meanOf(times: Float64Array, confidence: number): Sampled | undefined {
  if (times.length < fewestCustomers) return undefined;
  const { sums, counts } = customerBatches(times);
  const interval = ratioInterval(
    { replications: 1, batches: batchCount, numerator: sums, denominator: counts },
    studentFactor(confidence, batchCount - 1),
  );
  return interval && sampled(interval, times.length, confidence);
}

function sampled(
  { value, low, high, standardError }: RatioInterval,
  customers: number,
  confidence: number,
): Sampled {
  const floor = Math.max(0, low);
  return {
    kind: 'sampled',
    value,
    halfWidth: Math.max(high - value, value - floor),
    low: floor,
    high,
    confidence,
    effectiveSamples: standardError > 0 ? Math.round((value / standardError) ** 2) : customers,
  };
}

/** Percentiles by the inverse of the empirical distribution; intervals from the share above, batch by batch. */
function quantilesOf(times: Float64Array, factor: number, options: SummaryOptions): Quantile[] {
  const sorted = times.slice().sort();
  const wanted = [...new Set([...reportedQuantiles, ...(options.percentiles ?? [])])].sort((a, b) => a - b);
  return wanted.flatMap(p => {
    const value = empiricalQuantile(sorted, p);
    const { sums, counts } = customerBatches(times.map(time => (time > value ? 1 : 0)));
    const share = ratioInterval(
      { replications: 1, batches: batchCount, numerator: sums, denominator: counts },
      factor,
    );
    // Ten customers above are the least from which an interval was seen to hold.
    if (share === undefined || sorted.length * (1 - p) < 10) return [];
    const low = empiricalQuantile(sorted, p - (share.value - share.low));
    const high = empiricalQuantile(sorted, p + (share.high - share.value));
    return {
      p,
      kind: 'sampled' as const,
      value,
      halfWidth: Math.max(high - value, value - low),
      low,
      high,
      confidence: options.confidence,
      effectiveSamples: Math.round(
        share.standardError > 0
          ? Math.min(sorted.length, (p * (1 - p)) / share.standardError ** 2)
          : sorted.length,
      ),
    };
  });
}

/** inf { t : share at or below t >= p }, within the sample. */
export function empiricalQuantile(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
}

const tailPoints = 150;

function tailOf(times: Float64Array): Tail {
  const sorted = times.slice().sort();
  const time: number[] = [];
  const probability: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sorted.length - 1; i++) {
    const above = (sorted.length - 1 - i) / sorted.length;
    // Even steps on a logarithmic scale, which is how a tail is drawn.
    if (above > last * sorted.length ** (-1 / tailPoints) || sorted[i] === sorted[i + 1]) continue;
    time.push(sorted[i]);
    probability.push(above);
    last = above;
  }
  return { time, probability };
}

const seriesPoints = 400;

function numberInSystem(path: Path, about: string): TimeSeries {
  const departures = path.finish.slice().sort();
  const horizon = departures[departures.length - 1];
  const time: number[] = [];
  const value: number[] = [];
  let arrived = 0;
  let departed = 0;
  for (let step = 0; step <= seriesPoints; step++) {
    const now = (horizon * step) / seriesPoints;
    while (arrived < path.arrival.length && path.arrival[arrived] <= now) arrived++;
    while (departed < departures.length && departures[departed] <= now) departed++;
    time.push(now);
    value.push(arrived - departed);
  }
  return { name: 'numberInSystem', about, time, value };
}
