import type { Distribution } from '../../../distributions/contract.js';
import { type Matrix, matrix } from '../../../numerics/matrix.js';

/** The time until a Markov chain, started from `initial`, is absorbed; rates per second. */
export interface PhaseType {
  readonly initial: readonly number[];
  /** Rates between the phases; on the diagonal minus the rate of leaving. */
  readonly within: Matrix;
  /** Rate of absorption from each phase. */
  readonly exit: readonly number[];
}

export const exponentialPhases = (mean: number): PhaseType => erlangPhases(mean, 1);

export function erlangPhases(mean: number, k: number): PhaseType {
  const rate = k / mean;
  return {
    initial: Array.from({ length: k }, (_, i) => (i === 0 ? 1 : 0)),
    within: matrix(k, k, (i, j) => (i === j ? -rate : j === i + 1 ? rate : 0)),
    exit: Array.from({ length: k }, (_, i) => (i === k - 1 ? rate : 0)),
  };
}

export const hyperexponentialPhases = (initial: readonly number[], rates: readonly number[]): PhaseType => ({
  initial,
  within: matrix(rates.length, rates.length, (i, j) => (i === j ? -rates[i] : 0)),
  exit: rates,
});

/** Beyond so many phases the matrices grow too large. */
const mostPhases = 64;

/** The phases of an exponential, Erlang or two-branch hyperexponential law; undefined for any other. */
export function phasesOf(law: Distribution): PhaseType | undefined {
  if (law.kendall === 'M') return exponentialPhases(law.mean);
  const stages = Number(/^E(\d+)$/.exec(law.kendall)?.[1]);
  if (stages <= mostPhases) return erlangPhases(law.mean, stages);
  return law.kendall === 'H2' ? twoBranches(law) : undefined;
}

/** Three moments determine two exponential branches: their means are the roots of x² - s x + q. */
function twoBranches({ mean, scv, thirdMoment }: Distribution): PhaseType {
  const second = (scv + 1) / 2;
  const third = thirdMoment / (6 * mean ** 3);
  const s = (third - second) / (second - 1);
  const q = s - second;
  const long = (s + Math.sqrt(s * s - 4 * q)) / 2;
  const short = q / long;
  const toLong = (1 - short) / (long - short);
  return hyperexponentialPhases([1 - toLong, toLong], [1 / (short * mean), 1 / (long * mean)]);
}
