import { explore, type Stationary, type Transition } from './markov-chain.js';

const mostStates = 200_000;
const mostSweeps = 5000;

/**
 * The same as `markovChain` for many states with few transitions each: Gauss-Seidel sweeps until the largest
 * relative change of a probability that matters is below 1e-12.
 * @throws RangeError beyond 200,000 states, or where the sweeps do not settle.
 */
export function sparseChain<State>(
  start: State,
  from: (state: State) => readonly Transition<State>[],
): Stationary<State> {
  const { states, moves } = explore(start, from, mostStates);
  const n = states.length;
  const leaving = new Float64Array(n);
  const first = new Int32Array(n + 1);
  for (const { i, j, rate } of moves) {
    if (i === j) continue;
    leaving[i] += rate;
    first[j + 1]++;
  }
  for (let j = 0; j < n; j++) first[j + 1] += first[j];
  const [source, rates, filled] = [new Int32Array(first[n]), new Float64Array(first[n]), first.slice()];
  for (const { i, j, rate } of moves) {
    if (i === j) continue;
    source[filled[j]] = i;
    rates[filled[j]++] = rate;
  }
  const p = new Float64Array(n).fill(1 / n);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let change = 0;
    // Forwards and backwards in turn, so that news travels both ways.
    for (let step = 0; step < n; step++) {
      const j = sweep % 2 ? n - 1 - step : step;
      let inflow = 0;
      for (let k = first[j]; k < first[j + 1]; k++) inflow += p[source[k]] * rates[k];
      const value = inflow / leaving[j];
      change += Math.abs(value - p[j]);
      p[j] = value;
    }
    const total = p.reduce((sum, value) => sum + value, 0);
    for (let j = 0; j < n; j++) p[j] /= total;
    if (change < 1e-13 * total) return states.map((state, i) => ({ state, probability: p[i] }));
  }
  throw new RangeError(`the Markov chain did not settle in ${mostSweeps} sweeps`);
}
