import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { exponential } from './exponential.js';
import { normal } from './normal.js';
import type { Stream } from './stream.js';

/**
 * One gamma number of this shape and mean `shape`: G. Marsaglia and W. W. Tsang, "A simple method for
 * generating gamma variables", ACM TOMS 26(3), 2000. A normal number, cubed, is accepted or drawn anew; the
 * bound with 0.0331 (their section 4, from memory) is a lower one of the exact test, and spares most of the logarithms.
 */
export function gamma(shape: number, stream: Stream): number {
  // Gamma(shape) = Gamma(shape + 1) U^(1 / shape), their section 6, with U = e^-E.
  if (shape < 1) return gamma(shape + 1, stream) * exp(-exponential(stream) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = stream.uniform();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (log(u) < square / 2 + d * (1 - v + log(v))) return d * v;
  }
}
