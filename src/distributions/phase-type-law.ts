import { add, fromRows, identity, matrix, rowSums, solve } from '../numerics/matrix.js';
import { matrixExponential } from '../numerics/matrix-exponential.js';
import { exponential } from '../random/index.js';
import { type Distribution, mostPhases, type Phases } from './contract.js';
import { inverseOf } from './inverse.js';
import { branchAt, cumulative } from './weights.js';

/**
 * The time through phases whose end can be reached from each. Moments: M. F. Neuts, "Matrix-Geometric
 * Solutions in Stochastic Models", 1981, section 2.2 (from memory): E X^n = n! a (-T)^-n 1.
 */
export function phaseTypeOf(phases: Phases): Distribution {
  const { initial, means, transitions } = phases;
  const n = means.length;
  const fromFirst = (values: ArrayLike<number>): number =>
    initial.reduce((sum, chance, i) => sum + chance * values[i], 0);
  const onward = add(identity(n), fromRows(transitions), -1);
  /** (-T)^-1 v, by (I - P)^-1 of the mean times. */
  const later = (values: ArrayLike<number>): Float64Array =>
    solve(
      onward,
      matrix(n, 1, i => values[i] * means[i]),
    ).data;
  const once = later(means.map(() => 1));
  const twice = later(once);
  const mean = fromFirst(once);
  const rates = matrix(n, n, (i, j) => -onward.data[i * n + j] / means[i]);
  const survival = (t: number): number => fromFirst(rowSums(matrixExponential(rates, t)));
  const cdf = (t: number): number => (t > 0 ? Math.min(1, Math.max(0, 1 - survival(t))) : 0);
  return {
    kendall: 'PH',
    mean,
    scv: (2 * fromFirst(twice)) / (mean * mean) - 1,
    thirdMoment: 6 * fromFirst(later(twice)),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, mean),
    ...(n <= mostPhases && { phases }),
    fill: passage(phases),
  };
}

function passage({ initial, means, transitions }: Phases): Distribution['fill'] {
  const first = cumulative(initial);
  const end = means.length;
  const next = transitions.map(row =>
    cumulative([...row, Math.max(0, 1 - row.reduce((sum, chance) => sum + chance, 0))]),
  );
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
