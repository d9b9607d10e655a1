import { expm1 } from '../../../numerics/near-zero.js';
import { duration, rate } from '../domain.js';
import { formula } from '../formula.js';

export interface DiscouragedArrivals {
  /** Arrivals per second at an empty station. */
  readonly arrivalRate: number;
  readonly meanService: number;
}

export const discouragedArrivals = formula({
  kendall: 'M/M/1 discouraged arrivals',
  name: 'arrivals the rarer the longer the queue',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of rate λ / (n + 1) while n customers are there',
    'independent exponential service times',
    'one server, unlimited queue',
  ],
  formula: 'p_n = e^(-a) a^n / n! with a = λ E S: the number present is Poisson',
  breaks: 'Customers who join and then leave are impatience, not discouragement.',
  sources: [{ ref: 'kleinrock1975', at: 'section 3.3' }],
  parameters: { arrivalRate: rate, meanService: duration },
  solve: ({ arrivalRate, meanService }: DiscouragedArrivals) => {
    const a = arrivalRate * meanService;
    const utilisation = -expm1(-a);
    const throughput = utilisation / meanService;
    // a - (1 - e^-a), by its series where the two are near.
    const meanNumberInQueue = a < 1e-4 ? (a * a * (1 - a / 3)) / 2 : a - utilisation;
    return {
      throughput,
      utilisation,
      meanNumberInSystem: a,
      meanNumberInQueue,
      meanSojourn: a / throughput,
      meanWait: meanNumberInQueue / throughput,
      probabilityEmpty: Math.exp(-a),
    };
  },
});
