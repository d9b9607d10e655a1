import { branchAt, cumulative } from '../distributions/weights.js';
import { matrix, solve } from '../numerics/matrix.js';
import { stationary } from '../numerics/stationary.js';
import { exponential, type Stream } from '../random/index.js';
import type { ArrivalProcess, ArrivalSource, MarkovianRates } from './contract.js';

/**
 * Moments from M. F. Neuts, "A versatile Markovian point process", J. Applied Probability 16(4), 1979, and G.
 * Latouche and V. Ramaswami, "Introduction to Matrix Analytic Methods in Stochastic Modeling", 1999, section
 * 3.5 (both from memory; tested against renewal processes and the Markov-modulated one): with D = D0 + D1 of
 * stationary law p, rate m = p D1 1,
 * E T^2 = 2 (p D1 / m) D0^-2 1 and lim Var N / E N = 1 + 2 (p D1 (1 p - D)^-1 D1 1 - m^2) / m.
 */
export function markovian(rates: MarkovianRates): ArrivalProcess {
  const { silent, arriving } = rates;
  const n = silent.length;
  const change = (i: number, j: number): number => silent[i][j] + arriving[i][j];
  const law = stationary(matrix(n, n, change));
  const flow = matrix(1, n, (_, j) => law.reduce((sum, chance, i) => sum + chance * arriving[i][j], 0));
  const rate = flow.data.reduce((sum, part) => sum + part, 0);
  const untilArrival = matrix(n, n, (i, j) => -silent[i][j]);
  const ones = matrix(n, 1, () => 1);
  const meanTimes = solve(untilArrival, ones);
  const secondMoment = (2 * dot(flow.data, solve(untilArrival, meanTimes).data)) / rate;
  const deviation = matrix(n, n, (i, j) => law[j] - change(i, j));
  const outflow = matrix(n, 1, i => arriving[i].reduce((sum, part) => sum + part, 0));
  return {
    kendall: 'MAP',
    rate,
    scv: secondMoment * rate * rate - 1,
    dispersion: 1 + (2 * (dot(flow.data, solve(deviation, outflow).data) - rate * rate)) / rate,
    renewal: false,
    markovian: rates,
    source: stream => source(rates, law, stream),
  };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Starts in the stationary law. The changes of a state compete: the first n branches are silent. */
function source({ silent, arriving }: MarkovianRates, law: ArrayLike<number>, stream: Stream): ArrivalSource {
  const n = silent.length;
  const gaps = silent.map((row, i) => -1 / row[i]);
  const next = silent.map((row, i) =>
    cumulative([...row.map((rate, j) => (i === j ? 0 : rate)), ...arriving[i]]),
  );
  let state = branchAt(cumulative(law), stream.uniform());
  return {
    fill: block => {
      for (let k = 0; k < block.length; k++) {
        let time = 0;
        for (let arrived = false; !arrived; ) {
          time += gaps[state] * exponential(stream);
          const branch = branchAt(next[state], stream.uniform());
          arrived = branch >= n;
          state = arrived ? branch - n : branch;
        }
        block[k] = time;
      }
    },
  };
}
