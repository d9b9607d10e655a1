import { branchAt, cumulative } from '../distributions/weights.js';
import { matrix, solve } from '../numerics/matrix.js';
import { stationary } from '../numerics/stationary.js';
import { exponential, type Stream } from '../random/index.js';
import type { ArrivalProcess, ArrivalSource, ModulatedPoisson } from './contract.js';

/**
 * Moments from W. Fischer and K. Meier-Hellstern, "The Markov-modulated Poisson process (MMPP) cookbook",
 * Performance Evaluation 18(2), 1993 (from memory, tested against the two-state closed forms): with generator
 * Q, rates L, stationary law p and m = p L 1,
 * E T^2 = 2 (p L / m) (L - Q)^-2 1 and lim Var N / E N = 1 + 2 (p L (1 p - Q)^-1 L 1 - m^2) / m.
 */
export function modulatedPoisson(chain: ModulatedPoisson): ArrivalProcess {
  const { rates, holding, transitions } = chain;
  const n = rates.length;
  /** Element (i, j) of the generator. */
  const q = (i: number, j: number): number => (transitions[i][j] - (i === j ? 1 : 0)) / holding[i];
  const law = stationary(matrix(n, n, q));
  const flow = law.map((chance, i) => chance * rates[i]);
  const rate = flow.reduce((sum, part) => sum + part, 0);
  const column = (values: ArrayLike<number>) => matrix(n, 1, i => values[i]);
  const untilArrival = matrix(n, n, (i, j) => (i === j ? rates[i] : 0) - q(i, j));
  const meanTimes = solve(untilArrival, column(rates.map(() => 1)));
  const secondMoment = (2 * dot(flow, solve(untilArrival, meanTimes).data)) / rate;
  const deviation = matrix(n, n, (i, j) => law[j] - q(i, j));
  return {
    kendall: 'MMPP',
    rate,
    scv: secondMoment * rate * rate - 1,
    dispersion: 1 + (2 * (dot(flow, solve(deviation, column(rates)).data) - rate * rate)) / rate,
    renewal: false,
    modulation: chain,
    source: stream => source(chain, law, stream),
  };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Starts in the stationary law. In each state arrival and change of state compete; branch 0 is the arrival. */
function source(
  { rates, holding, transitions }: ModulatedPoisson,
  law: ArrayLike<number>,
  stream: Stream,
): ArrivalSource {
  const gaps = rates.map((rate, i) => 1 / (rate + 1 / holding[i]));
  const next = transitions.map((row, i) => cumulative([rates[i], ...row.map(chance => chance / holding[i])]));
  let state = branchAt(cumulative(law), stream.uniform());
  return {
    fill: block => {
      for (let i = 0; i < block.length; i++) {
        let time = 0;
        for (;;) {
          time += gaps[state] * exponential(stream);
          const branch = branchAt(next[state], stream.uniform());
          if (branch === 0) break;
          state = branch - 1;
        }
        block[i] = time;
      }
    },
  };
}
