import { type Complex, complex, magnitude, minus, over, plus, power, scaled, times } from '../complex.js';
import type { ComplexTransform } from '../laws/complex-transform.js';
import type { Source, TimeDistribution } from '../model.js';
import { timeFrom } from './from-transform.js';

const source: Source = { ref: 'coffman1970', at: 'transform of the response time' };
const precision = 1e-17;
const mostTerms = 20_000;
const heaviest = 0.99;
const one = complex(1);

/**
 * The law of the sojourn in M/M/1 shared equally by all who are there. For work of x seconds, with r the smaller root of
 * λ r² - (λ + μ + s) r + μ, its transform is (1 - ρ)(1 - ρ r²) e^(-(λ (1 - r) + s) x) over
 * (1 - ρ r)² - ρ (1 - r)² e^(-(μ / r - λ r) x); the mean over x is taken term by term of the geometric series.
 * Undefined at loads above 0.99, where the series is too long.
 */
export function sharedSojourn(arrivalRate: number, meanService: number): TimeDistribution | undefined {
  const mu = 1 / meanService;
  const load = arrivalRate * meanService;
  if (load > heaviest) return undefined;
  const transform: ComplexTransform = s => {
    const sum = plus(complex(arrivalRate + mu), s);
    const root = power(minus(times(sum, sum), complex(4 * arrivalRate * mu)), 0.5);
    const r = over(complex(2 * mu), plus(sum, root));
    const square = (x: Complex): Complex => times(x, x);
    const above = square(minus(one, scaled(r, load)));
    const ratio = over(scaled(square(minus(one, r)), load), above);
    const step = minus(over(complex(mu), r), scaled(r, arrivalRate));
    let rate = plus(plus(complex(mu), scaled(minus(one, r), arrivalRate)), s);
    let [total, weight] = [complex(0), one];
    for (let k = 0; k < mostTerms && magnitude(weight) > precision; k++) {
      total = plus(total, over(weight, rate));
      weight = times(weight, ratio);
      rate = plus(rate, step);
    }
    const front = over(scaled(minus(one, scaled(square(r), load)), 1 - load), above);
    return scaled(times(front, total), mu);
  };
  return timeFrom(transform, { mean: meanService / (1 - load), atOnce: 0, source });
}
