import { exp } from './exp.js';
import { log } from './log.js';
import { logGamma, stirlingRest } from './log-gamma.js';
import { minusLog1p } from './near-zero.js';

/**
 * P(N = k) for N Poisson with the given mean, without the cancellation that exp(k ln m - m - ln k!) has for
 * large k: the saddle-point form (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
 * Between whole k it is the same formula, with Gamma(k + 1) for k!.
 */
export function poissonProbability(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0;
  if (k < 10) return exp(k * log(mean) - mean - logGamma(k + 1));
  return exp(-k * minusLog1p((mean - k) / k) - stirlingRest(k)) / Math.sqrt(2 * Math.PI * k);
}

/** E h(N) for N Poisson with the given mean and 0 <= h(k) <= 1, to about 1e-16 absolute. */
export function poissonExpectation(mean: number, h: (k: number) => number): number {
  const mode = Math.floor(mean);
  const atMode = poissonProbability(mode, mean);
  const negligible = 1e-18 * atMode;
  let sum = atMode * h(mode);
  for (let k = mode, p = atMode; k > 0; k--) {
    p *= k / mean;
    if (p < negligible) break;
    sum += p * h(k - 1);
  }
  for (let k = mode + 1, p = (atMode * mean) / k; p > negligible; k++, p *= mean / k) sum += p * h(k);
  return sum;
}
