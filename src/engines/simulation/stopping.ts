import { square } from '../../numerics/pow.js';
import { parseQuantileName } from '../../result/measure.js';
import type { Batches } from './batches.js';
import { read, readings, type SimulatedMeasure } from './measures.js';

/** Batches count as long enough when the lag-1 correlation of these measures is at most this. */
const lagLimit = 0.1;
const lagMeasures = ['meanWait', 'meanNumberInQueue', 'probabilityOfWait', 'meanNumberInSystem'] as const;

/** A percentile needs this many exceedances, each worth one independent customer. */
const exceedancesNeeded = 100;

/** Wider targets were measured to stop too early to cover. */
export const widestPrecision = 0.1;

export interface StopContext {
  readonly servers: number;
  readonly origin: number;
  readonly precision: number;
}

/** Scale-free minimum length: no measure is reached while neighbouring batches are correlated. */
export const longEnough = (batches: Batches, servers: number): boolean =>
  lagMeasures.every(name => (read(batches, name, servers)?.lagOne ?? 0) <= lagLimit);

/** Largest distance from the value to an end of the interval, relative; undefined at a value of 0. */
export function relativePrecision(interval: {
  value: number;
  low: number;
  high: number | undefined;
}): number | undefined {
  const { value, low, high } = interval;
  if (value === 0 || high === undefined) return undefined;
  return Math.max(high - value, value - low) / Math.abs(value);
}

/** How many customers count as one independent one, by the correlation that P(wait > 0) shows; at least 1. */
export function customersPerIndependent(batches: Batches, servers: number): number {
  const customers = batches.total('departures');
  const waiting = read(batches, 'probabilityOfWait', servers);
  const proportion = waiting?.value ?? 0;
  const independent = proportion * (1 - proportion);
  return waiting && independent > 0
    ? Math.max(1, (customers * square(waiting.standardError)) / independent)
    : 1;
}

/** Enough exceedances for the percentile. */
export function enoughExceedances(batches: Batches, p: number, servers: number): boolean {
  const customers = batches.total('departures');
  return customers * (1 - p) >= exceedancesNeeded * customersPerIndependent(batches, servers);
}

/** The relative precision of a measure by name ('meanWait', 'p99Sojourn'); undefined where it has none. */
export function precisionOf(
  batches: Batches,
  name: string,
  { servers, origin }: StopContext,
): number | undefined {
  const percentile = parseQuantileName(name);
  const interval =
    percentile !== undefined
      ? batches.quantile(percentile.of === 'wait' ? 'waits' : 'sojourns', percentile.p, origin)
      : name in readings
        ? read(batches, name as SimulatedMeasure, servers)
        : undefined;
  return interval && relativePrecision(interval);
}

/** Whether the measure has the precision, leaving aside the length of the batches. */
export function reached(batches: Batches, name: string, context: StopContext): boolean {
  const percentile = parseQuantileName(name);
  if (percentile !== undefined && !enoughExceedances(batches, percentile.p, context.servers)) return false;
  const got = precisionOf(batches, name, context);
  return got !== undefined && got <= Math.min(context.precision, widestPrecision);
}

/** Whether the run may stop: batches long enough, and every measure in the list has the precision. */
export const reachedAll = (batches: Batches, names: readonly string[], context: StopContext): boolean =>
  longEnough(batches, context.servers) && names.every(name => reached(batches, name, context));
