import { exp } from './exp.js';
import { log } from './log.js';

/** The real cube root, at most 0.7 units in the last place off; the same bits on every host. */
export function cbrt(x: number): number {
  const size = Math.abs(x);
  if (!(size > 0 && size < Number.POSITIVE_INFINITY)) return x;
  // 2^450 is a cube: the estimate below stays in the range of a 32-bit float.
  if (size > 2 ** 300) return cbrt(x * 2 ** -450) * 2 ** 150;
  if (size < 2 ** -300) return cbrt(x * 2 ** 450) * 2 ** -150;
  // Halley's iteration from 24 bits, whose square is exact.
  const estimate = Math.fround(exp(log(size) / 3));
  const quotient = size / (estimate * estimate);
  const root = estimate + (estimate * (quotient - estimate)) / (2 * estimate + quotient);
  return x < 0 ? -root : root;
}
