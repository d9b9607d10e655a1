import { square } from '../../numerics/pow.js';
import type { MeasureName } from '../../result/measure.js';
import type { RatioInterval } from '../../statistics/interval.js';
import type { Batches, Denominator } from './batches.js';
import type { column } from './ledger.js';

type Column = keyof typeof column;

/** How a measure is read off the batches: a ratio of sums, scaled. */
interface Reading {
  readonly numerators: readonly Column[];
  readonly denominator: Denominator;
  /** What the ratio is divided by besides: the servers, for the utilisation. */
  readonly perServer?: boolean;
  /** Customers whose independent drawing would give the same standard error. */
  readonly effective: (batches: Batches, interval: RatioInterval) => number;
}

const meanOf = (batches: Batches, name: Column): number => batches.total(name) / batches.total('departures');

/** Variance of a time over single customers, from its sum and its sum of squares. */
const variance = (batches: Batches, sum: Column, squares: Column): number =>
  meanOf(batches, squares) - square(meanOf(batches, sum));

const fromVariance = (value: number, interval: RatioInterval): number =>
  value / square(interval.standardError);
const ofProportion = (_: Batches, interval: RatioInterval): number =>
  fromVariance(interval.value * (1 - interval.value), interval);
const ofWait = (batches: Batches, interval: RatioInterval): number =>
  fromVariance(variance(batches, 'wait', 'waitSquared'), interval);
const ofSojourn = (batches: Batches, interval: RatioInterval): number =>
  fromVariance(variance(batches, 'sojourn', 'sojournSquared'), interval);
/** A time average is a customer average times the throughput (Little's law), and so is its error. */
const byLittle = (customer: typeof ofWait) => (batches: Batches, interval: RatioInterval) =>
  customer(batches, { ...interval, standardError: interval.standardError / throughput(batches) });
const throughput = (batches: Batches): number => batches.total('departures') / batches.seconds;
/** The error of a Poisson count is the root of the count. */
const ofCount = (_: Batches, interval: RatioInterval): number =>
  fromVariance(square(interval.value), interval);

export const readings = {
  throughput: { numerators: ['served'], denominator: 'time', effective: ofCount },
  utilisation: { numerators: ['busyArea'], denominator: 'time', perServer: true, effective: ofCount },
  meanNumberInQueue: { numerators: ['queueArea'], denominator: 'time', effective: byLittle(ofWait) },
  meanNumberInSystem: {
    numerators: ['queueArea', 'busyArea'],
    denominator: 'time',
    effective: byLittle(ofSojourn),
  },
  meanWait: { numerators: ['wait'], denominator: 'departures', effective: ofWait },
  meanSojourn: { numerators: ['sojourn'], denominator: 'departures', effective: ofSojourn },
  probabilityOfWait: { numerators: ['waited'], denominator: 'departures', effective: ofProportion },
  meanService: { numerators: ['busyArea'], denominator: 'served', effective: ofCount },
  probabilityOfAbandonment: {
    numerators: ['abandoned'],
    denominator: 'departures',
    effective: ofProportion,
  },
  probabilityOfDeadLetter: { numerators: ['dead'], denominator: 'departures', effective: ofProportion },
  attemptRate: { numerators: ['served', 'failed'], denominator: 'time', effective: ofCount },
  amplification: { numerators: ['served', 'failed'], denominator: 'departures', effective: ofCount },
  wastedWork: { numerators: ['wasted'], denominator: 'time', effective: ofCount },
  probabilityOfBaulking: { numerators: ['baulked'], denominator: 'arrivals', effective: ofProportion },
  probabilityOfLoss: { numerators: ['lost'], denominator: 'arrivals', effective: ofProportion },
  meanServers: { numerators: ['serversPaid'], denominator: 'time', effective: ofCount },
  timeAboveTarget: { numerators: ['looksAbove'], denominator: 'looks', effective: ofProportion },
} as const satisfies Partial<Record<MeasureName, Reading>>;

export type SimulatedMeasure = keyof typeof readings;

/** Where the number of servers is kept, that is what their utilisation is of. */
const ofServersKept: Reading = {
  numerators: ['serversBusy'],
  denominator: 'serversReady',
  effective: ofCount,
};

function readingOf(batches: Batches, name: SimulatedMeasure): Reading {
  const reading: Reading = readings[name];
  return reading.perServer && batches.total('serversReady') > 0 ? ofServersKept : reading;
}

/** The interval of a measure; undefined when no customer bears on it. */
export function read(batches: Batches, name: SimulatedMeasure, servers: number): RatioInterval | undefined {
  const reading = readingOf(batches, name);
  const interval = batches.ratio(reading.numerators, reading.denominator);
  if (interval === undefined || !reading.perServer) return interval;
  const { value, low, high, standardError, lagOne } = interval;
  return {
    value: value / servers,
    low: low / servers,
    high: high / servers,
    standardError: standardError / servers,
    lagOne,
  };
}

/** Never more than the customers that there were. */
export function effectiveSamples(batches: Batches, name: SimulatedMeasure, interval: RatioInterval): number {
  const customers = batches.total('departures');
  if (interval.standardError === 0) return customers;
  return Math.min(customers, (readings[name] as Reading).effective(batches, interval));
}

/** The measure batch by batch; undefined when no customer bears on it. */
export function linearised(
  batches: Batches,
  name: SimulatedMeasure,
  servers: number,
): Float64Array | undefined {
  const reading = readingOf(batches, name);
  const values = batches.linearised(reading.numerators, reading.denominator);
  return reading.perServer ? values?.map(value => value / servers) : values;
}
