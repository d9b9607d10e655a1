import { pow } from './pow.js';

/** Fills `out` with dy/dt at time t. */
export type Slope = (t: number, y: Float64Array, out: Float64Array) => void;

const nodes = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const stages = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19_372 / 6561, -25_360 / 2187, 64_448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46_732 / 5247, 49 / 176, -5103 / 18_656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const errors = [71 / 57_600, 0, -71 / 16_695, 71 / 1920, -17_253 / 339_200, 22 / 525, -1 / 40];

/**
 * y at `end`, from y at `start`: the fifth-order Runge-Kutta pair of J. R. Dormand and P. J. Prince, Journal of
 * Computational and Applied Mathematics 6 (1980), whose step keeps the estimated error of every component
 * under `tolerance`.
 * @throws RangeError when a million steps do not suffice.
 */
export function runge(
  slope: Slope,
  start: number,
  end: number,
  initial: Float64Array,
  tolerance: number,
): Float64Array<ArrayBuffer> {
  const size = initial.length;
  const k = nodes.map(() => new Float64Array(size));
  const trial = new Float64Array(size);
  const doubt = new Float64Array(size);
  let y = Float64Array.from(initial);
  let t = start;
  let step = (end - start) / 100;
  slope(t, y, k[0]);
  for (let count = 0; count < 1_000_000; count++) {
    if (t >= end) return y;
    step = Math.min(step, end - t);
    for (let stage = 1; stage < nodes.length; stage++) {
      combine(stages[stage], k, trial);
      for (let i = 0; i < size; i++) trial[i] = y[i] + step * trial[i];
      slope(t + nodes[stage] * step, trial, k[stage]);
    }
    let worst = 0;
    combine(errors, k, doubt);
    for (let i = 0; i < size; i++) worst = Math.max(worst, Math.abs(step * doubt[i]));
    if (worst <= tolerance) {
      t = step === end - t ? end : t + step;
      y = Float64Array.from(trial);
      k[0].set(k[nodes.length - 1]);
    }
    step *= Math.min(5, Math.max(0.2, 0.9 * pow(tolerance / Math.max(worst, 1e-300), 0.2)));
  }
  throw new RangeError('a million steps do not suffice');
}

/** The sum of the vectors, each times its weight; a vector at a time, which is several times as quick as a component at a time. */
function combine(weights: readonly number[], vectors: readonly Float64Array[], out: Float64Array): void {
  out.fill(0);
  for (const [j, weight] of weights.entries()) {
    const vector = vectors[j];
    for (let i = 0; i < out.length; i++) out[i] += weight * vector[i];
  }
}
