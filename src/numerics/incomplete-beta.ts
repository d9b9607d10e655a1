import { exp } from './exp.js';
import { log } from './log.js';
import { logGamma } from './log-gamma.js';
import { log1p } from './near-zero.js';

/**
 * The regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1: the continued fraction of NIST
 * Digital Library of Mathematical Functions 8.17.22 on the side of the mean where it converges fast. Relative
 * error about 1e-13 (a + b) / 10 at most, for the logarithms of gamma functions that nearly cancel.
 */
export function betaI(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const scale = exp(a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return x < (a + 1) / (a + b + 2)
    ? (scale * fraction(a, b, x)) / a
    : 1 - (scale * fraction(b, a, 1 - x)) / b;
}

/** By the modified algorithm of Lentz. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 2 ** -52) break;
  }
  return value;
}

const nonzero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
