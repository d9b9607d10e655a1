import { solve } from '../numerics/linear-system.js';
import { exponentialOf } from '../numerics/matrix-exponential.js';
import { exponential } from '../random/index.js';
import type { Distribution } from './contract.js';
import { inverseOf } from './inverse.js';
import { branchAt, cumulative } from './weights.js';

/** Exponential phases that a customer passes through: what each lasts, and which comes next. */
export interface Phases {
  /** Probabilities of the first phase; they sum to 1. */
  readonly initial: readonly number[];
  /** Seconds, by phase. */
  readonly means: readonly number[];
  /** Probability of the next phase by phase; what a row leaves of 1 is the probability of the end. */
  readonly transitions: readonly (readonly number[])[];
}

/**
 * The time through phases whose end can be reached from each. Moments: M. F. Neuts, "Matrix-Geometric
 * Solutions in Stochastic Models", 1981, section 2.2: E X^n = n! a (-T)^-n 1.
 */
export function phaseTypeOf(phases: Phases): Distribution {
  const { initial, means, transitions } = phases;
  const fromFirst = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + initial[i] * value, 0);
  /** (-T)^-1 v. */
  const later = (values: readonly number[]): number[] =>
    solve(
      transitions.map((row, i) => row.map((chance, j) => (i === j ? 1 : 0) - chance)),
      values.map((value, i) => value * means[i]),
    );
  const once = later(means.map(() => 1));
  const twice = later(once);
  const mean = fromFirst(once);
  const rates = transitions.map((row, i) => row.map((chance, j) => (chance - (i === j ? 1 : 0)) / means[i]));
  const survival = (t: number): number =>
    fromFirst(exponentialOf(rates, t).map(row => row.reduce((sum, chance) => sum + chance, 0)));
  const cdf = (t: number): number => (t > 0 ? Math.min(1, Math.max(0, 1 - survival(t))) : 0);
  return {
    kendall: 'PH',
    mean,
    scv: (2 * fromFirst(twice)) / (mean * mean) - 1,
    thirdMoment: 6 * fromFirst(later(twice)),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, mean),
    fill: passage(phases),
  };
}

function passage({ initial, means, transitions }: Phases): Distribution['fill'] {
  const first = cumulative(initial);
  const end = means.length;
  const next = transitions.map(row => cumulative([...row, Math.max(0, 1 - row.reduce((sum, chance) => sum + chance, 0))]));
  return (block, stream) => {
    for (let i = 0; i < block.length; i++) {
      let time = 0;
      for (let phase = branchAt(first, stream.uniform()); phase !== end; ) {
        time += means[phase] * exponential(stream);
        phase = branchAt(next[phase], stream.uniform());
      }
      block[i] = time;
    }
  };
}
