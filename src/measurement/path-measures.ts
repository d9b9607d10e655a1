import type { MeasureName } from '../result/measure.js';
import type { Path } from './path.js';
import {
  batchCount,
  customerBatches,
  horizonOf,
  momentBatches,
  servicesOf,
  sojournsOf,
  timeBatches,
  waitsOf,
} from './path-batches.js';

/** A measure as sums over batches: its value is sum(numerator) / sum(denominator). */
export interface BatchedMeasure {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

const overTime = (numerator: Float64Array, seconds: number): BatchedMeasure => ({
  numerator,
  denominator: new Float64Array(batchCount).fill(seconds / batchCount),
});

function overCustomers(values: Float64Array): BatchedMeasure {
  const { sums, counts } = customerBatches(values);
  return { numerator: sums, denominator: counts };
}

/** Waits below a microsecond are the rounding of clocks, not a queue. */
const shortestWait = 1e-6;

/**
 * The measures that a path can tell, each from its batches; of loss only one on which somebody can be turned away, of a cycle
 * only one of clients.
 *
 * @param servers Infinity: no utilisation
 */
export const pathMeasures = {
  throughput: path => overTime(momentBatches(path.finish, horizonOf(path)), horizonOf(path)),
  utilisation: (path, servers) =>
    overTime(timeBatches(path.serviceStart, path.finish, horizonOf(path)), servers * horizonOf(path)),
  meanNumberInQueue: path =>
    overTime(timeBatches(path.arrival, path.serviceStart, horizonOf(path)), horizonOf(path)),
  meanNumberInSystem: path =>
    overTime(timeBatches(path.arrival, path.finish, horizonOf(path)), horizonOf(path)),
  meanWait: path => overCustomers(waitsOf(path)),
  meanSojourn: path => overCustomers(sojournsOf(path)),
  probabilityOfWait: path => overCustomers(waitsOf(path).map(wait => (wait > shortestWait ? 1 : 0))),
  probabilityOfLoss: ({ turnedAway = new Float64Array(), ...path }) => {
    const away = momentBatches(turnedAway, horizonOf(path));
    const accepted = momentBatches(path.arrival, horizonOf(path));
    return { numerator: away, denominator: away.map((count, i) => count + accepted[i]) };
  },
  meanCycle: path => overCustomers(sojournsOf(path).map((time, i) => time + (path.think?.[i] ?? 0))),
  meanService: path => overCustomers(servicesOf(path)),
} as const satisfies Partial<Record<MeasureName, (path: Path, servers: number) => BatchedMeasure>>;

export type PathMeasure = keyof typeof pathMeasures;
export const pathMeasureNames = Object.keys(pathMeasures) as PathMeasure[];
