import type { Complex } from '../complex.js';

/** A way back from a Laplace transform to its function. */
export interface Inversion {
  /** The transform is asked for at (real + i π k) / t for k = 0 .. terms - 1. */
  readonly real: number;
  readonly terms: number;
  /** f(t) from those values. */
  readonly at: (t: number, transform: readonly Complex[]) => number;
}

/**
 * Fourier series with Euler summation, `half` terms before and after it sets in: for smooth f about 0.6 half
 * digits of its largest values, until rounding takes over at half = 15 (J. Abate, W. Whitt, "A unified framework
 * for numerically inverting Laplace transforms", INFORMS Journal on Computing 18 (2006), section 5; not checked).
 */
export function eulerInversion(half: number): Inversion {
  const weights: number[] = Array.from({ length: 2 * half + 1 }, (_, k) => (k === 0 ? 0.5 : 1));
  weights[2 * half] = 2 ** -half;
  let choose = 1;
  for (let k = 1; k < half; k++) {
    choose *= (half - k + 1) / k;
    weights[2 * half - k] = weights[2 * half - k + 1] + 2 ** -half * choose;
  }
  return {
    real: (half * Math.LN10) / 3,
    terms: 2 * half + 1,
    at: (t, transform) =>
      (10 ** (half / 3) / t) *
      transform.reduce((sum, { re }, k) => sum + (k % 2 ? -weights[k] : weights[k]) * re, 0),
  };
}

/** The inversion that is used, and a coarser one beside it: a law that is too rough for them shows by how they differ. */
export const [fine, rough] = [eulerInversion(15), eulerInversion(13)];
/** By no more than this. */
export const agreement = 1e-6;
