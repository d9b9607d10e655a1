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

export const exponentialPhases = (mean: number): PhaseType => ({
  initial: [1],
  within: matrix(1, 1, () => -1 / mean),
  exit: [1 / mean],
});

/** The phases of a law that is made of them; undefined for any other. */
export function phasesOf({ phases }: Distribution): PhaseType | undefined {
  if (!phases) return undefined;
  const { initial, means, transitions } = phases;
  const size = initial.length;
  return {
    initial,
    within: matrix(size, size, (i, j) => (transitions[i][j] - Number(i === j)) / means[i]),
    exit: transitions.map(
      (row, i) => Math.max(0, 1 - row.reduce((sum, chance) => sum + chance, 0)) / means[i],
    ),
  };
}
