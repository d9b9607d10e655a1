import { NotCovered } from '../not-covered.js';
import { explore, type Stationary, type Transition } from './markov-chain.js';

const mostStates = 200_000;
const mostSweeps = 2000;

/**
 * The same as `markovChain` for many states with few transitions each, of a process whose `level` goes up or
 * down by 1 or stays: Gauss-Seidel sweeps from a guess, known up to a factor, after each of which the levels are weighted anew so that as much
 * flows up as down between neighbours (aggregation and disaggregation; J. R. Koury, D. F. McAllister, W. J.
 * Stewart, SIAM Journal on Algebraic Discrete Methods 5 (1984); not checked), until they move less than 1e-12
 * of the whole.
 * @throws NotCovered beyond 200,000 states, or where the sweeps do not settle.
 */
export function sparseChain<State>(
  start: State,
  from: (state: State) => readonly Transition<State>[],
  level: (state: State) => number,
  guess: (state: State) => number,
  keyOf?: (state: State) => number | string,
): Stationary<State> {
  const { states, moves } = explore(start, from, mostStates, keyOf);
  const n = states.length;
  const levels = Int32Array.from(states, level);
  const count = levels.reduce((most, each) => Math.max(most, each), 0) + 1;
  const leaving = new Float64Array(n);
  const [up, down] = [new Float64Array(n), new Float64Array(n)];
  const first = new Int32Array(n + 1);
  for (const { i, j, rate } of moves) {
    leaving[i] += rate;
    if (levels[j] > levels[i]) up[i] += rate;
    if (levels[j] < levels[i]) down[i] += rate;
    first[j + 1]++;
  }
  for (let j = 0; j < n; j++) first[j + 1] += first[j];
  const [source, rates, filled] = [new Int32Array(first[n]), new Float64Array(first[n]), first.slice()];
  for (const { i, j, rate } of moves) {
    source[filled[j]] = i;
    rates[filled[j]++] = rate;
  }
  const p = Float64Array.from(states, guess);
  const before = new Float64Array(n);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    before.set(p);
    // Forwards and backwards in turn, so that news travels both ways.
    for (let step = 0; step < n; step++) {
      const j = sweep % 2 ? n - 1 - step : step;
      let inflow = 0;
      for (let k = first[j]; k < first[j + 1]; k++) inflow += p[source[k]] * rates[k];
      p[j] = inflow / leaving[j];
    }
    balanceLevels(p, levels, count, up, down);
    let change = 0;
    for (let j = 0; j < n; j++) change += Math.abs(p[j] - before[j]);
    if (change < 1e-12) return states.map((state, i) => ({ state, probability: p[i] }));
  }
  throw new NotCovered(`the Markov chain did not settle in ${mostSweeps} sweeps`);
}

/** Weights the levels so that the flows between neighbours balance, and the whole sums to 1. */
function balanceLevels(
  p: Float64Array,
  levels: Int32Array,
  count: number,
  up: Float64Array,
  down: Float64Array,
): void {
  const [weight, rise, fall] = [0, 1, 2].map(() => new Float64Array(count));
  for (let i = 0; i < p.length; i++) {
    weight[levels[i]] += p[i];
    rise[levels[i]] += p[i] * up[i];
    fall[levels[i]] += p[i] * down[i];
  }
  const factor = new Float64Array(count);
  factor[0] = 1;
  let total = weight[0];
  for (let k = 1; k < count; k++) {
    factor[k] = fall[k] > 0 ? (factor[k - 1] * rise[k - 1]) / fall[k] : 0;
    total += factor[k] * weight[k];
  }
  for (let i = 0; i < p.length; i++) p[i] *= factor[levels[i]] / total;
}
