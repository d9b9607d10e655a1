import { branchAt, cumulative } from '../distributions/weights.js';
import { solve, transpose } from '../numerics/linear-system.js';
import { exponential, type Stream } from '../random/index.js';
import type { ArrivalProcess, ArrivalSource } from './contract.js';

/** A Markov chain in continuous time, and the rate of Poisson arrivals in each of its states. */
export interface ModulatedPoisson {
  /** Customers per second, by state. */
  readonly rates: readonly number[];
  /** Mean seconds in each state. */
  readonly holding: readonly number[];
  /** Probability of the next state by state, 0 on the diagonal; every state can be reached from every other. */
  readonly transitions: readonly (readonly number[])[];
}

/**
 * Moments from W. Fischer and K. Meier-Hellstern, "The Markov-modulated Poisson process (MMPP) cookbook",
 * Performance Evaluation 18(2), 1993 (from memory, tested against the two-state closed forms): with generator
 * Q, rates L, stationary law p and m = p L 1,
 * E T^2 = 2 (p L / m) (L - Q)^-2 1 and lim Var N / E N = 1 + 2 (p L (1 p - Q)^-1 L 1 - m^2) / m.
 */
export function modulatedPoisson(chain: ModulatedPoisson): ArrivalProcess {
  const { rates, holding, transitions } = chain;
  const generator = transitions.map((row, i) =>
    row.map((chance, j) => (chance - (i === j ? 1 : 0)) / holding[i]),
  );
  const law = stationaryLaw(generator);
  const flow = law.map((chance, i) => chance * rates[i]);
  const rate = flow.reduce((sum, part) => sum + part, 0);
  const toArrival = generator.map((row, i) => row.map((q, j) => (i === j ? rates[i] : 0) - q));
  const secondMoment =
    (2 *
      dot(
        flow,
        solve(
          toArrival,
          solve(
            toArrival,
            rates.map(() => 1),
          ),
        ),
      )) /
    rate;
  const deviation = generator.map(row => row.map((q, j) => law[j] - q));
  return {
    kendall: 'MMPP',
    rate,
    scv: secondMoment * rate * rate - 1,
    dispersion: 1 + (2 * (dot(flow, solve(deviation, rates)) - rate * rate)) / rate,
    renewal: false,
    source: stream => source(chain, law, stream),
  };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

/** p Q = 0 with sum 1: one equation is redundant and gives way to the sum. */
function stationaryLaw(generator: readonly (readonly number[])[]): number[] {
  const equations = transpose(generator);
  equations[0] = equations[0].map(() => 1);
  return solve(
    equations,
    generator.map((_, i) => (i === 0 ? 1 : 0)),
  );
}

/** Starts in the stationary law. In each state arrival and change of state compete; branch 0 is the arrival. */
function source(
  { rates, holding, transitions }: ModulatedPoisson,
  law: readonly number[],
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
