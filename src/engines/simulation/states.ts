import { square } from '../../numerics/pow.js';
import type { StateProbability } from '../../result/result.js';
import { highestUnseenShare } from '../../statistics/never-seen.js';
import type { Batches } from './batches.js';
import type { EstimateContext } from './estimates.js';
import { customersPerIndependent, longEnough, relativePrecision, widestPrecision } from './stopping.js';

/** The shares of the time with 0, 1, 2 ... in the system; empty where they are not kept. */
export function stateProbabilities(batches: Batches, context: EstimateContext): StateProbability[] {
  const { confidence, servers, precision } = context;
  const independent = batches.total('departures') / customersPerIndependent(batches, servers);
  const lengthy = longEnough(batches, servers);
  // The last range holds all that are more.
  return Array.from({ length: Math.max(0, batches.states - 1) }, (_, number) => number).flatMap(number => {
    const interval = batches.state(number);
    if (interval === undefined) return [];
    const { value, standardError } = interval;
    const never = value === 0;
    const low = Math.max(0, interval.low);
    const high = never ? highestUnseenShare(independent, confidence) : Math.min(1, interval.high);
    const got = relativePrecision({ value, low, high });
    const effective = standardError > 0 ? (value * (1 - value)) / square(standardError) : independent;
    return {
      number,
      kind: 'sampled' as const,
      value,
      halfWidth: Math.max(high - value, value - low),
      low,
      high,
      confidence,
      effectiveSamples: Math.round(Math.min(batches.total('departures'), effective)),
      reached: lengthy && got !== undefined && got <= Math.min(precision, widestPrecision),
    };
  });
}
