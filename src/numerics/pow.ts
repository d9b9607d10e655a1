import { exp } from './exp.js';
import { log } from './log.js';

/** x^2 by multiplication, which rounds alike everywhere; `**` need not. */
export const square = (x: number): number => x * x;

/**
 * x^y for x >= 0, with a relative error of about (1 + |y ln x|) 1e-16; the same bits on every host, as
 * `Math.pow` and `**` do not give.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  return x === 1 ? 1 : exp(y * log(x));
}
