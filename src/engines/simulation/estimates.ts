import { square } from '../../numerics/pow.js';
import { type MeasureName, measures, quantileName } from '../../result/measure.js';
import type { Interim, Within } from '../../result/question.js';
import type { Band, PartResult, Quantile, Sampled, Share, Tail } from '../../result/result.js';
import { bucketCount, bucketEdge } from '../../statistics/histogram.js';
import { highestUnseenShare } from '../../statistics/never-seen.js';
import type { Batches } from './batches.js';
import { effectiveSamples, read, readings, type SimulatedMeasure } from './measures.js';
import { type Refusal, refuses } from './refusals.js';
import { customersPerIndependent, longEnough, reached, type StopContext } from './stopping.js';

export interface EstimateContext extends StopContext {
  readonly confidence: number;
  readonly refusals: readonly Refusal[];
  /** Which to report, in order. */
  readonly percentiles: readonly number[];
  /** Measures that cannot occur in this station, e.g. a loss without a limit. */
  readonly absent: readonly string[];
}

/** All that a part of the system tells. */
export function summary(batches: Batches, context: EstimateContext): PartResult {
  return {
    measures: estimates(batches, context),
    waitQuantiles: quantiles(batches, 'wait', context),
    sojournQuantiles: quantiles(batches, 'sojourn', context),
  };
}

/** What can be said while the simulation still runs. */
export const interim = (batches: Batches, context: EstimateContext, within: readonly Within[]): Interim => ({
  measures: estimates(batches, context),
  within: shares(batches, within, context),
  customers: batches.total('departures'),
});

/** The shares of customers within the times, with intervals; all or none within still leaves the rest possible. */
export function shares(batches: Batches, within: readonly Within[], context: EstimateContext): Share[] {
  const { refusals, absent, confidence, servers, origin } = context;
  return within.flatMap(({ of, time }): Share[] => {
    if (refuses(refusals, `${of}Quantiles`) || absent.includes(`${of}Quantiles`)) return [];
    const above = batches.above(of === 'wait' ? 'waits' : 'sojourns', time, origin);
    if (above === undefined) return [];
    const independent = batches.total('departures') / customersPerIndependent(batches, servers);
    const unseen = highestUnseenShare(independent, confidence);
    const value = 1 - above.value;
    const low = Math.max(0, above.value === 0 ? 1 - unseen : 1 - above.high);
    const high = Math.min(1, above.value === 1 ? unseen : 1 - above.low);
    const sampled = {
      kind: 'sampled',
      value,
      low,
      high,
      halfWidth: Math.max(high - value, value - low),
    } as const;
    return [{ of, time, ...sampled, confidence, effectiveSamples: Math.round(independent) }];
  });
}

/** Every measure of the station that the batches can tell, with its interval. */
function estimates(batches: Batches, context: EstimateContext): Partial<Record<MeasureName, Sampled>> {
  const found: Partial<Record<MeasureName, Sampled>> = {};
  const lengthy = longEnough(batches, context.servers);
  for (const name of Object.keys(readings) as SimulatedMeasure[]) {
    if (context.absent.includes(name) || refuses(context.refusals, name)) continue;
    const interval = read(batches, name, context.servers);
    if (interval === undefined) continue;
    found[name] = {
      kind: 'sampled',
      ...bounded(name, atLeastRare(batches, name, interval, context)),
      confidence: context.confidence,
      effectiveSamples: Math.round(effectiveSamples(batches, name, interval)),
      reached: lengthy && reached(batches, name, context),
    };
  }
  return found;
}

/** The usual percentiles and those asked for, with intervals; those beyond what was seen are absent. */
function quantiles(batches: Batches, of: 'wait' | 'sojourn', context: EstimateContext): Quantile[] {
  if (refuses(context.refusals, `${of}Quantiles`) || context.absent.includes(`${of}Quantiles`)) return [];
  const rows = of === 'wait' ? 'waits' : 'sojourns';
  const lengthy = longEnough(batches, context.servers);
  return context.percentiles.flatMap(p => {
    const interval = batches.quantile(rows, p, context.origin);
    if (interval?.high === undefined) return [];
    const { value, low, high, shareError, total } = interval;
    return {
      p,
      kind: 'sampled' as const,
      value,
      halfWidth: Math.max(high - value, value - low),
      low,
      high,
      confidence: context.confidence,
      effectiveSamples: Math.round(
        shareError > 0 ? Math.min(total, (p * (1 - p)) / square(shareError)) : total,
      ),
      reached: lengthy && reached(batches, quantileName(p, of), context),
    };
  });
}

/** P(time > t) at bucket edges, down to ten customers beyond t. */
export function tail(batches: Batches, of: 'wait' | 'sojourn', context: EstimateContext): Tail | undefined {
  if (context.absent.includes(`${of}Quantiles`)) return undefined;
  const counts = batches.pooled(of === 'wait' ? 'waits' : 'sojourns');
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const time: number[] = [];
  const probability: number[] = [];
  let above = total;
  for (let bucket = 0; bucket < bucketCount - 1; bucket++) {
    above -= counts[bucket];
    if (above < 10) break;
    const worthAPoint =
      probability.length === 0 ? above < total : above / total < 0.97 * probability[probability.length - 1];
    if (!worthAPoint) continue;
    time.push(bucketEdge(bucket + 1, context.origin));
    probability.push(above / total);
  }
  return time.length > 1 ? { time, probability, band: bandOf(batches, of, time, context) } : undefined;
}

/** An interval costs as much as a percentile: so many of them show a band. */
const bandPoints = 24;

function bandOf(
  batches: Batches,
  of: 'wait' | 'sojourn',
  time: readonly number[],
  context: EstimateContext,
): Band {
  const step = Math.max(1, (time.length - 1) / (bandPoints - 1));
  const picked = Array.from(
    { length: Math.min(bandPoints, time.length) },
    (_, i) => time[Math.round(i * step)],
  );
  const found = picked.flatMap(t => {
    const share = batches.above(of === 'wait' ? 'waits' : 'sojourns', t, context.origin);
    return share ? [{ t, low: Math.max(0, share.low), high: Math.min(1, share.high) }] : [];
  });
  return {
    time: found.map(({ t }) => t),
    low: found.map(({ low }) => low),
    high: found.map(({ high }) => high),
  };
}

/** What never happened may still be rare. */
function atLeastRare(
  batches: Batches,
  name: SimulatedMeasure,
  interval: { value: number; low: number; high: number },
  { confidence, servers }: EstimateContext,
) {
  if (interval.value > 0 || !name.startsWith('probability')) return interval;
  const independent = batches.total('departures') / customersPerIndependent(batches, servers);
  return { value: 0, low: 0, high: highestUnseenShare(independent, confidence) };
}

/** Cuts the interval at what the measure can be at all: shares lie in [0, 1], everything else above 0. */
function bounded(name: SimulatedMeasure, interval: { value: number; low: number; high: number }) {
  const share = measures[name].unit === 'fraction';
  const low = Math.max(0, interval.low);
  const high = share ? Math.min(1, interval.high) : interval.high;
  return {
    value: interval.value,
    halfWidth: Math.max(high - interval.value, interval.value - low),
    low,
    high,
  };
}
