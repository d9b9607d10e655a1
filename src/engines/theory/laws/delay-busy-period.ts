import { type Complex, complex, magnitude, minus, over, plus, scaled, times } from '../complex.js';
import type { ComplexTransform } from './complex-transform.js';

const precision = 1e-15;
const mostSteps = 500;
const one = complex(1);

/**
 * How the transform of a time changes when the server leaves it for all urgent customers who come meanwhile: that of a
 * time X is then X*(z(s)) with z(s) = s + Λ (1 - θ(s)), where θ = b(s + Λ (1 - θ)) is that of the busy period of the
 * urgent ones. θ by iteration, each two steps shortened by Aitken's.
 *
 * @param rate of the urgent ones, Λ per second; their load is below 1
 * @param service transform b of their services
 */
export function delayedBy(rate: number, service: ComplexTransform): ComplexTransform {
  const argument = (s: Complex, busy: Complex): Complex => plus(s, scaled(minus(one, busy), rate));
  return s => {
    let busy = service(plus(s, complex(rate)));
    for (let step = 0; step < mostSteps; step++) {
      const first = service(argument(s, busy));
      const change = minus(first, busy);
      if (magnitude(change) < precision) break;
      const second = service(argument(s, first));
      const bend = minus(minus(second, first), change);
      const shortened = minus(busy, over(times(change, change), bend));
      busy = magnitude(shortened) <= 1 ? shortened : second;
    }
    return argument(s, busy);
  };
}
