import { atan } from '../numerics/atan.js';

/**
 * P(|T| <= t) for Student's t with a whole number of degrees of freedom: the finite sums of Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 26.7.3 (odd) and 26.7.4 (even).
 */
export function studentTwoSided(t: number, degrees: number): number {
  const cosine = 1 / Math.sqrt(1 + (t * t) / degrees);
  const sine = cosine * (t / Math.sqrt(degrees));
  const square = cosine * cosine;
  if (degrees % 2 === 0) {
    let sum = 0;
    for (let k = degrees - 2; k >= 2; k -= 2) sum = ((k - 1) / k) * square * (1 + sum);
    return sine * (1 + sum);
  }
  const angle = atan(t / Math.sqrt(degrees));
  if (degrees === 1) return (2 / Math.PI) * angle;
  let sum = 0;
  for (let k = degrees - 2; k >= 3; k -= 2) sum = ((k - 1) / k) * square * (1 + sum);
  return (2 / Math.PI) * (angle + sine * cosine * (1 + sum));
}

/**
 * The t with P(|T| <= t) = confidence: the factor of a two-sided interval.
 *
 * @param confidence in (0, 1)
 * @param degrees of freedom, a whole number >= 1
 */
export function studentFactor(confidence: number, degrees: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`degrees of freedom must be a whole number >= 1, not ${degrees}`);
  let low = 0;
  let high = 1;
  while (studentTwoSided(high, degrees) < confidence) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
