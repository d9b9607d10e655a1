import type { Distribution, Parameter, Parameters, ParameterValue } from '../distributions/contract.js';
import type { Stream } from '../random/index.js';

/** An arrival process as a scenario holds it: `{ process: 'poisson', rate: 120 }`. */
export interface ArrivalSpec {
  readonly process: string;
  readonly [parameter: string]: ParameterValue | string;
}

/** One kind of arrival process: one file, one line in the registry. */
export interface ProcessKind {
  /** The name in a scenario. */
  readonly name: string;
  readonly about: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The complete sets of parameter names, the preferred one first. */
  readonly forms: readonly (readonly string[])[];
  /** @throws ParameterError when a value lies outside the domain. */
  readonly make: (parameters: Parameters) => ArrivalProcess;
}

/** An open arrival process, stationary unless said otherwise. */
export interface ArrivalProcess {
  /** The symbol in Kendall's notation: M, D, E3, GI, MMPP. */
  readonly kendall: string;
  /** Customers per second in the long run. */
  readonly rate: number;
  /** Squared coefficient of variation of one interarrival time. */
  readonly scv: number;
  /** lim Var N(t) / E N(t): equals `scv` for a renewal process, 1 for Poisson. */
  readonly dispersion: number;
  /** True when interarrival times are independent and identically distributed. */
  readonly renewal: boolean;
  /** The law of one interarrival time, where they are independent and identically distributed. */
  readonly interarrival?: Distribution;
  /** The environment that the arrivals follow, where they are a Markov-modulated Poisson process. */
  readonly modulation?: ModulatedPoisson;
  /** The phases behind the arrivals, where they are a Markovian arrival process given as such. */
  readonly markovian?: MarkovianRates;
  /** How many customers come at once, where batches come at the epochs of a Poisson process. */
  readonly batch?: BatchOf;
  /** Of Poisson arrivals whose rate follows the clock: how. */
  readonly clock?: RateOverTime;
  /** Seconds after which the rate repeats itself or has settled; absent: it does not change with time. */
  readonly cycle?: number;
  /**
   * Interarrival times from an empty start, in order: each call fills the next block. A batch is a run of
   * zeros. The source keeps its own state; two sources on equal streams give equal times.
   */
  readonly source: (stream: Stream) => ArrivalSource;
}

/** A rate of Poisson arrivals that changes with time in a known way. */
export interface RateOverTime {
  /** Customers per second, t seconds after the start. */
  readonly at: (t: number) => number;
  /** None is higher. */
  readonly peak: number;
  /** The times above 0 and below `end` at which the rate jumps. */
  readonly jumps: (end: number) => readonly number[];
}

/** A fixed number of customers, or a geometric one of 1 or more. */
export type BatchOf =
  | { readonly kind: 'fixed'; readonly size: number }
  | { readonly kind: 'geometric'; readonly meanSize: number };

/** A Markov chain in continuous time, and the rate of Poisson arrivals in each of its states. */
export interface ModulatedPoisson {
  /** Customers per second, by state. */
  readonly rates: readonly number[];
  /** Mean seconds in each state. */
  readonly holding: readonly number[];
  /** Probability of the next state by state, 0 on the diagonal; every state can be reached from every other. */
  readonly transitions: readonly (readonly number[])[];
}

/** Rates of changing phase per second, row after row; `silent` has minus the sum of both rows on its diagonal. */
export interface MarkovianRates {
  readonly silent: readonly (readonly number[])[];
  readonly arriving: readonly (readonly number[])[];
}

export interface ArrivalSource {
  readonly fill: (interarrivals: Float64Array) => void;
}
