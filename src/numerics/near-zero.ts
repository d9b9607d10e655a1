import { exp } from './exp.js';
import { log } from './log.js';

/*
 * W. Kahan's device: the rounding error of 1 + x, or of e^x, is the same in numerator and denominator and
 * leaves the quotient (N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., section 1.14.1).
 */

/** e^x - 1 without loss next to 0: within 3 units in the last place. */
export function expm1(x: number): number {
  const power = exp(x);
  if (power === 1) return x;
  const rise = power - 1;
  return rise === -1 || rise > 1e15 ? rise : (rise * x) / log(power);
}

/** ln(1 + x) without loss next to 0, for x > -1: within 3 units in the last place. */
export function log1p(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : sum > 1e15 ? log(sum) : (log(sum) * x) / (sum - 1);
}

/** x - ln(1 + x) without loss next to 0, for x > -1. */
export function minusLog1p(x: number): number {
  if (Math.abs(x) > 0.25) return x - log1p(x);
  // ln(1 + x) = 2 artanh r with r = x / (2 + x), and x = 2 r + r x.
  const r = x / (2 + x);
  let sum = 0;
  for (let k = 19; k >= 3; k -= 2) sum = 1 / k + r * r * sum;
  return r * (x - 2 * r * r * sum);
}
