import { firstWhere } from '../numerics/bisection.js';
import type { Distribution } from './contract.js';

/**
 * The quantile function of a law that has no closed one: inf { t >= 0 : cdf(t) >= p }, jumps included. The
 * search doubles from `scale`, a time above 0 that is typical of the law, such as its mean (infinite means too).
 */
export function inverseOf(cdf: Distribution['cdf'], scale: number): Distribution['quantile'] {
  return p => {
    if (cdf(0) >= p) return 0;
    let low = 0;
    let high = scale < Number.POSITIVE_INFINITY ? scale : 1;
    while (cdf(high) < p && high < Number.MAX_VALUE) {
      low = high;
      high = Math.min(2 * high, Number.MAX_VALUE);
    }
    return firstWhere(t => cdf(t) >= p, low, high);
  };
}
