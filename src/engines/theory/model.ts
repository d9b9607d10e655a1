import type { ArrivalProcess } from '../../arrivals/contract.js';
import type { Distribution } from '../../distributions/contract.js';
import type { MeasureName } from '../../result/measure.js';
import type { references } from './references.js';

/** One station in a form that formulas can read. */
export interface StationProblem {
  readonly arrivals: ArrivalProcess;
  readonly service: Distribution;
  /** Infinity for M/M/inf. */
  readonly servers: number;
  /** Infinity when nothing is turned away. */
  readonly capacity: number;
  readonly discipline: string;
}

export interface Source {
  readonly ref: keyof typeof references;
  /** Section, equation or page. */
  readonly at: string;
}

/** A law of the waiting or sojourn time of an accepted customer. */
export interface TimeDistribution {
  readonly source: Source;
  /** P(time <= t), t in seconds. */
  readonly cdf: (t: number) => number;
  /** inf { t : P(time <= t) >= p }. */
  readonly quantile: (p: number) => number;
}

/** Only what the model can say; the value is finite. */
export interface Value {
  readonly value: number;
  readonly source: Source;
  /** True for a number that is exact although the model is an approximation, e.g. the throughput. */
  readonly exact?: boolean;
  /** Of an approximation: the lowest and the highest of those in use. */
  readonly between?: Interval;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Answer {
  readonly measures: Readonly<Partial<Record<MeasureName, Value>>>;
  readonly wait?: TimeDistribution;
  readonly sojourn?: TimeDistribution;
  /** Over accepted customers, seconds squared. */
  readonly varianceOfWait?: number;
  readonly varianceOfSojourn?: number;
  /** P(nobody is there). */
  readonly probabilityEmpty?: number;
}

/** What the catalogue tells of a model or a formula. */
export interface Card {
  /** Kendall's notation, or the usual name: 'M/M/c', 'M/M/c retrials'. No two are the same. */
  readonly kendall: string;
  readonly name: string;
  readonly exactness: 'exact' | 'approximation';
  readonly assumptions: readonly string[];
  /** The formula or the method, in one line. */
  readonly formula: string;
  /** What goes wrong when an assumption fails. */
  readonly breaks: string;
  readonly sources: readonly Source[];
}

/** One model of a station: one file in models/, one line in the registry. */
export interface Model extends Card {
  /** True, or the reason why the model does not cover the problem. */
  readonly covers: (problem: StationProblem) => true | string;
  /** Only called on problems that it covers and that have a steady state. */
  readonly solve: (problem: StationProblem) => Answer;
}
