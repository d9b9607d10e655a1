import type { Stream } from '../random/index.js';

/** What a parameter of a distribution or an arrival process is, and how it is written in a scenario. */
export interface Parameter {
  readonly kind:
    | 'duration'
    | 'rate'
    | 'number'
    | 'integer'
    | 'fraction'
    | 'durations'
    | 'rates'
    | 'numbers'
    | 'fractions'
    | 'distribution'
    | 'distributions'
    | 'file'
    | 'text';
  /** One line for the schema and for error messages. */
  readonly about: string;
  /** Inclusive bounds; a bound marked exclusive is not itself allowed. For lists: of each element. */
  readonly min?: number;
  readonly exclusiveMin?: number;
  readonly max?: number;
  readonly exclusiveMax?: number;
}

export type ParameterValue =
  | number
  | string
  | readonly number[]
  | DistributionSpec
  | readonly DistributionSpec[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

/**
 * A distribution as a scenario holds it: plain data, SI units, the names of one of the family's forms.
 * `{ distribution: 'erlang', mean: 0.008, k: 3 }`
 */
export interface DistributionSpec {
  readonly distribution: string;
  readonly [parameter: string]: ParameterValue | string;
}

/** One family of distributions: one file, one line in the registry. */
export interface Family {
  /** The name in a scenario: lower case, words joined by '-'. */
  readonly name: string;
  /** What it is, in one sentence. */
  readonly about: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The complete sets of parameter names, the preferred one first: `[['mean', 'k'], ['mean', 'scv']]`. */
  readonly forms: readonly (readonly string[])[];
  /**
   * The law itself.
   * @throws ParameterError when a value, or a combination of values, lies outside the domain.
   */
  readonly make: (parameters: Parameters) => Distribution;
}

/** A law on [0, infinity): times in seconds. */
export interface Distribution {
  /** The symbol in Kendall's notation: M, D, E3, H2, PH, or G for whatever has none of its own. */
  readonly kendall: string;
  /** First moment, seconds. Infinity for the heaviest tails. */
  readonly mean: number;
  /** Squared coefficient of variation, variance / mean^2. Infinity when the variance is. */
  readonly scv: number;
  /** E X^3, seconds cubed. Infinity when it does not exist. */
  readonly thirdMoment: number;
  /** sup { r : E X^r < infinity }: Infinity for light tails and for the lognormal, alpha for Pareto. */
  readonly tailIndex: number;
  /** P(X <= t). */
  readonly cdf: (t: number) => number;
  /** inf { t : P(X <= t) >= p } for 0 <= p < 1. */
  readonly quantile: (p: number) => number;
  /** The law as the time through exponential phases, where it is one of at most `mostPhases` of them. */
  readonly phases?: Phases;
  /** Fills the block with independent draws; the only randomness is the stream's. */
  readonly fill: (block: Float64Array, stream: Stream) => void;
}

/** Exponential phases that a customer passes through: what each lasts, and which comes next. */
export interface Phases {
  /** Probabilities of the first phase; they sum to 1. */
  readonly initial: readonly number[];
  /** Seconds, by phase. */
  readonly means: readonly number[];
  /** Probability of the next phase by phase; what a row leaves of 1 is the probability of the end. */
  readonly transitions: readonly (readonly number[])[];
}

/** Beyond so many phases nobody works with their matrices. */
export const mostPhases = 100;

/** A parameter outside its domain. The scenario loader turns it into file:line:column. */
export class ParameterError extends Error {
  readonly parameter: string;
  readonly value: unknown;
  readonly expected: string;
  /** What is wrong, where a wrong value alone does not say it. */
  readonly problem?: string;

  constructor(parameter: string, value: unknown, expected: string, problem?: string) {
    super(`${problem ?? `${parameter} = ${String(value)}`}: expected ${expected}`);
    if (problem !== undefined) this.problem = problem;
    this.name = 'ParameterError';
    this.parameter = parameter;
    this.value = value;
    this.expected = expected;
  }
}
