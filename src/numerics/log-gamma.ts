import { log } from './log.js';

/**
 * ln Gamma(x) for x > 0, to 1e-14 relative or 1e-14 absolute, whichever is larger: Stirling's series above 10
 * (NIST Digital Library of Mathematical Functions, 5.11.1), the recurrence Gamma(x + 1) = x Gamma(x) below.
 */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 10; y++) product *= y;
  return (y - 0.5) * log(y) - y + halfLogTwoPi + stirlingRest(y) - log(product);
}

const halfLogTwoPi = 0.9189385332046727;

/** ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2) for x >= 10, to 1e-17. */
export function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (
    (1 / 12 -
      s *
        (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360_360 - s * (1 / 156))))))) /
    x
  );
}
