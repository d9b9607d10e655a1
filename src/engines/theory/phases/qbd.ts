import {
  add,
  identity,
  type Matrix,
  multiply,
  rowSums,
  rowVector,
  scale,
  solve,
  solveFromRight,
  sumOf,
} from '../../../numerics/matrix.js';
import { stationary } from '../../../numerics/stationary.js';

/** Rates out of the states of one level: to the next, within, to the one before. Diagonals make rows sum to 0. */
export interface Level {
  readonly up: Matrix;
  readonly local: Matrix;
  readonly down: Matrix;
}

/** A quasi-birth-death process: levels 0 .. b - 1, then one level that repeats for ever. */
export interface Qbd {
  readonly boundary: readonly Level[];
  readonly repeating: Level;
  /** From the first repeating level down to level b - 1. */
  readonly firstDown: Matrix;
}

export interface QbdSolution {
  /** Stationary probabilities of the boundary levels. */
  readonly boundary: readonly Matrix[];
  /** Of the first repeating level; each later one is `ratio` times the one before. */
  readonly first: Matrix;
  readonly ratio: Matrix;
  /** The sum over the repeating levels, first / (1 - R). */
  readonly beyond: Matrix;
}

/**
 * Stationary probabilities by the matrix-geometric method: M. F. Neuts, "Matrix-Geometric Solutions in
 * Stochastic Models", 1981, chapter 3; the boundary level by level. The process must be stable.
 */
export function solveQbd({ boundary, repeating, firstDown }: Qbd): QbdSolution {
  const ratio = ratioMatrix(repeating);
  let censored = add(repeating.local, multiply(ratio, repeating.down));
  const ratios: Matrix[] = [];
  for (let k = boundary.length - 1; k >= 0; k--) {
    ratios[k] = solveFromRight(boundary[k].up, scale(censored, -1));
    const down = k === boundary.length - 1 ? firstDown : boundary[k + 1].down;
    censored = add(boundary[k].local, multiply(ratios[k], down));
  }
  const levels = [rowVector(stationary(censored))];
  for (const step of ratios) levels.push(multiply(levels[levels.length - 1], step));
  const first = levels[boundary.length];
  const beyond = solveFromRight(first, add(identity(ratio.rows), ratio, -1));
  const total = levels.slice(0, -1).reduce((sum, { data }) => sum + sumOf(data), sumOf(beyond.data));
  return {
    boundary: levels.slice(0, -1).map(level => scale(level, 1 / total)),
    first: scale(first, 1 / total),
    ratio,
    beyond: scale(beyond, 1 / total),
  };
}

/** How many levels above the first repeating one the process is on average. */
export function meanExcess({ beyond, ratio }: QbdSolution): number {
  const rest = add(identity(ratio.rows), ratio, -1);
  return sumOf(multiply(solveFromRight(beyond, rest), ratio).data);
}

/**
 * R, the expected visits to the next level for each unit of time on this one, by logarithmic reduction:
 * G. Latouche, V. Ramaswami, Journal of Applied Probability 30 (1993) 650-674.
 */
function ratioMatrix({ up, local, down }: Level): Matrix {
  const size = local.rows;
  const away = scale(local, -1);
  let rise = solve(away, up);
  let fall = solve(away, down);
  let g = fall;
  let t = rise;
  for (let step = 0; step < 60; step++) {
    const rest = add(identity(size), add(multiply(rise, fall), multiply(fall, rise)), -1);
    rise = solve(rest, multiply(rise, rise));
    fall = solve(rest, multiply(fall, fall));
    const gain = multiply(t, fall);
    g = add(g, gain);
    t = multiply(t, rise);
    if (Math.max(...rowSums(gain)) < 1e-16 || Math.max(...rowSums(t)) < 1e-300) break;
  }
  return solveFromRight(up, add(away, multiply(up, g), -1));
}
