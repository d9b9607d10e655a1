import { rootIn } from '../../../numerics/root.js';
import { NotCovered } from '../not-covered.js';

/**
 * inf { t : cdf(t) >= p } of a law on [0, infinity) that is continuous above 0; `scale` is any positive time,
 * best one near the answer. Solved for the logarithm of the tail, which is nearly straight for queueing times.
 */
export function quantileOf(cdf: (t: number) => number, p: number, scale: number): number {
  if (cdf(0) >= p) return 0;
  const target = Math.log1p(-p);
  const excess = (t: number): number => target - Math.log(Math.max(1 - cdf(t), Number.MIN_VALUE));
  // Where P(time = 0) is p but for rounding.
  if (excess(0) >= 0) return 0;
  let high = scale;
  while (excess(high) < 0) {
    high *= 2;
    if (high === Number.POSITIVE_INFINITY)
      throw new NotCovered(`the law is not known as far as P(time <= t) = ${p}`);
  }
  return rootIn(excess, 0, high);
}
