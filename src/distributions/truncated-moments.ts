import { integral } from '../numerics/quadrature.js';
import type { Distribution } from './contract.js';
import { scvFrom, varianceOf } from './variance.js';

type Moments = Pick<Distribution, 'mean' | 'scv' | 'thirdMoment'>;

/**
 * The moments of a law on the condition that it lies in (min, max], by E X^r = integral of r t^(r-1) P(X > t).
 * With no upper end the tail comes from the law's own moments: its integral need not be within reach.
 *
 * @param below P(X <= min); @param kept P(min < X <= max).
 */
export function momentsBetween(
  law: Distribution,
  min: number,
  max: number,
  below: number,
  kept: number,
): Moments {
  const whole = [1, law.mean, varianceOf(law) + law.mean * law.mean, law.thirdMoment];
  /** E (X - min)^r, which keeps the variance free of cancellation. */
  const excess = (r: 1 | 2 | 3): number => {
    const weight = (t: number): number => (r === 1 ? 1 : r === 2 ? 2 * (t - min) : 3 * (t - min) * (t - min));
    if (max < Number.POSITIVE_INFINITY) {
      return integral(t => weight(t) * (1 - (law.cdf(t) - below) / kept), min, max);
    }
    if (whole[r] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    // E (X - min)^r over all X, less what lies below min, where (X - min)^r is a polynomial too.
    const binomial = [
      [1],
      [-min, 1],
      [min * min, -2 * min, 1],
      [-min * min * min, 3 * min * min, -3 * min, 1],
    ];
    const all = binomial[r].reduce((sum, factor, k) => sum + factor * whole[k], 0);
    const low = min > 0 ? integral(t => weight(t) * law.cdf(t), 0, min) : 0;
    return (all + low) / kept;
  };
  const [first, second, third] = [excess(1), excess(2), excess(3)];
  const mean = min + first;
  return {
    mean,
    scv: scvFrom(mean, Math.max(0, second - first * first)),
    thirdMoment: third + min * (3 * second + min * (3 * first + min)),
  };
}
