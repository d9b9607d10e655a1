import { solveLeaving } from '../../../numerics/m-matrix.js';
import {
  add,
  identity,
  type Matrix,
  matrix,
  multiply,
  rowSums,
  rowVector,
  scale,
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
  /** How many levels above the first repeating one the process is on average. */
  readonly meanExcess: number;
}

/**
 * Stationary probabilities by the matrix-geometric method: M. F. Neuts, "Matrix-Geometric Solutions in
 * Stochastic Models", 1981, chapter 3; the boundary level by level. The process must be stable.
 */
export function solveQbd({ boundary, repeating, firstDown }: Qbd): QbdSolution {
  const ratio = ratioMatrix(repeating);
  const censored = add(repeating.local, multiply(ratio, repeating.down));
  const levels = upwards(boundary, { local: censored, down: firstDown });
  const first = levels[boundary.length];
  const { sum, excess } = sumsOver(first, ratio, repeating);
  const total = levels.slice(0, -1).reduce((all, { data }) => all + sumOf(data), sumOf(sum.data));
  return {
    boundary: levels.slice(0, -1).map(level => scale(level, 1 / total)),
    first: scale(first, 1 / total),
    ratio,
    beyond: scale(sum, 1 / total),
    meanExcess: excess / total,
  };
}

/**
 * Stationary probabilities of a process that has these levels only, by block elimination from the last to the first: G.
 * Latouche, V. Ramaswami, "Introduction to Matrix Analytic Methods in Stochastic Modeling", 1999, section 10.1 (not checked).
 */
export function solveLevels(levels: readonly Level[]): readonly Matrix[] {
  const found = upwards(levels.slice(0, -1), levels[levels.length - 1]);
  const total = found.reduce((all, { data }) => all + sumOf(data), 0);
  return found.map(level => scale(level, 1 / total));
}

/** The levels and the one on top of them, up to a factor. @param top what happens above it counted as within */
function upwards(levels: readonly Level[], top: Pick<Level, 'local' | 'down'>): Matrix[] {
  let censored = top.local;
  const ratios: Matrix[] = [];
  for (let k = levels.length - 1; k >= 0; k--) {
    const { down } = k === levels.length - 1 ? top : levels[k + 1];
    ratios[k] = multiply(levels[k].up, timeBeforeLeaving(censored, rowSums(down)));
    censored = add(levels[k].local, multiply(ratios[k], down));
  }
  let found = [rowVector(stationary(censored))];
  for (const step of ratios) {
    const next = multiply(found[found.length - 1], step);
    found.push(next);
    // Of a thousand servers most are busy: the chance that none is may be less than a double can tell.
    if (sumOf(next.data) > 1e200) found = found.map(level => scale(level, 1e-200));
  }
  return found;
}

/** Expected time in each state, from each, of a level that is left at these rates. */
const timeBeforeLeaving = (local: Matrix, out: ArrayLike<number>): Matrix =>
  solveLeaving(local, out, identity(local.rows));

/**
 * The sum over n of first R^n, and that of n first R^n over all states. Next to saturation 1 - R is nearly singular,
 * and what solving by it loses lies along the stationary phase of the process: that share is put right by the flow
 * across all cuts between neighbours, x (down - up) 1 = first down 1.
 */
function sumsOver(first: Matrix, ratio: Matrix, { up, local, down }: Level) {
  const rest = add(identity(ratio.rows), ratio, -1);
  const [rise, fall] = [rowSums(up), rowSums(down)];
  const phase = stationary(add(add(up, local), down));
  const drift = (row: Float64Array): number =>
    row.reduce((sum, value, i) => sum + value * (fall[i] - rise[i]), 0);
  const falling = (row: Float64Array): number => row.reduce((sum, value, i) => sum + value * fall[i], 0);
  const pace = drift(phase);
  const corrected = ({ data, ...shape }: Matrix, needed: number): Matrix => {
    const missing = (needed - drift(data)) / pace;
    return { ...shape, data: data.map((value, i) => Math.max(0, value + missing * phase[i])) };
  };
  const sum = corrected(solveFromRight(first, rest), falling(first.data));
  const above = multiply(sum, ratio);
  const later = corrected(solveFromRight(above, rest), falling(above.data));
  return { sum, excess: sumOf(later.data) };
}

/** Chances so small that their squares would be no numbers to reckon with count as none. */
const flushed = (a: Matrix): Matrix => ({ ...a, data: a.data.map(value => (value < 1e-150 ? 0 : value)) });

/**
 * R, the expected visits to the next level for each unit of time on this one, by logarithmic reduction:
 * G. Latouche, V. Ramaswami, Journal of Applied Probability 30 (1993) 650-674. Rows of rise and fall sum to 1
 * together, so that every inverse is one of leaving, without subtraction.
 */
function ratioMatrix({ up, local, down }: Level): Matrix {
  const size = local.rows;
  const outwards = rowSums(add(up, down));
  const halves = (out: ArrayLike<number>, within: Matrix, a: Matrix, b: Matrix): [Matrix, Matrix] => {
    const both = solveLeaving(
      within,
      out,
      matrix(size, 2 * size, (i, j) => (j < size ? a.data[i * size + j] : b.data[i * size + j - size])),
    );
    const part = (from: number): Matrix => matrix(size, size, (i, j) => both.data[i * 2 * size + from + j]);
    return [part(0), part(size)];
  };
  let [rise, fall] = halves(outwards, local, up, down);
  let g = fall;
  let t = rise;
  for (let step = 0; step < 60; step++) {
    const within = add(multiply(rise, fall), multiply(fall, rise));
    const [twiceUp, twiceDown] = [multiply(rise, rise), multiply(fall, fall)];
    [rise, fall] = halves(rowSums(add(twiceUp, twiceDown)), within, twiceUp, twiceDown).map(flushed);
    const gain = multiply(t, fall);
    g = add(g, gain);
    t = flushed(multiply(t, rise));
    if (Math.max(...rowSums(gain)) < 1e-16 || Math.max(...rowSums(t)) < 1e-300) break;
  }
  return multiply(up, timeBeforeLeaving(add(local, multiply(up, g)), rowSums(down)));
}
