import { firstWhere } from '../numerics/bisection.js';
import { betaI } from '../numerics/incomplete-beta.js';

/**
 * Interval for a probability from independent trials (C. J. Clopper, E. S. Pearson, Biometrika 26, 1934; not
 * checked): it covers at least what it claims, also where every trial or none succeeded.
 */
export function proportionInterval(
  successes: number,
  trials: number,
  confidence: number,
): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  // P(S >= s) = I_p(s, n - s + 1) for S binomial.
  const low =
    successes === 0 ? 0 : firstWhere(p => betaI(successes, trials - successes + 1, p) >= tail, 0, 1);
  const high =
    successes === trials ? 1 : firstWhere(p => betaI(successes + 1, trials - successes, p) >= 1 - tail, 0, 1);
  return { low, high };
}

/**
 * The percentile of independent draws, in ascending order, with the interval between two of them that covers at
 * least as often as it claims, whatever their law (H. A. David, H. N. Nagaraja, "Order Statistics", 3rd ed. 2003,
 * section 7.1; not checked). Undefined where there are too few draws for one.
 */
export function percentileInterval(
  sorted: ArrayLike<number>,
  p: number,
  confidence: number,
): { value: number; low: number; high: number } | undefined {
  const count = sorted.length;
  const tail = (1 - confidence) / 2;
  /** P(at least j of the draws lie below the percentile). */
  const atLeast = (j: number): number => (j <= 0 ? 1 : j > count ? 0 : betaI(j, count - j + 1, p));
  // The j-th smallest lies above the percentile when fewer than j draws lie below it.
  let low = 0;
  while (1 - atLeast(low + 1) <= tail) low++;
  let high = low + 1;
  while (high <= count && atLeast(high) > tail) high++;
  if (low < 1 || high > count) return undefined;
  const place = Math.min(count - 1, Math.max(0, Math.ceil(p * count) - 1));
  return { value: sorted[place], low: sorted[low - 1], high: sorted[high - 1] };
}
