import { poissonProbability } from './poisson.js';

/** The regularised lower incomplete gamma function P(a, x), a > 0, x >= 0: relative error about 1e-13. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lower(a, x) : 1 - upper(a, x);
}

/** Q(a, x) = 1 - P(a, x): relative error about 1e-13 for x > a + 1, absolute error 5e-14 below. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lower(a, x) : upper(a, x);
}

/** NIST Digital Library of Mathematical Functions, 8.7.1: the power series. */
function lower(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 2 ** -54; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return poissonProbability(a, x) * sum;
}

/** The even part of the continued fraction DLMF 8.9.2, by the modified algorithm of Lentz. */
function upper(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / nonzero(b + numerator * d);
    c = nonzero(b + numerator / c);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2 ** -52 || n > 1e6) return poissonProbability(a, x) * a * fraction;
  }
}

const nonzero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
