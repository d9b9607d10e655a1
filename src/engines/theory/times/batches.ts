import type { Distribution } from '../../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled, times } from '../complex.js';
import type { BatchSizes } from '../formulas/batch-sizes.js';
import { type ComplexTransform, complexTransform, product } from '../laws/complex-transform.js';
import type { Answer, Source } from '../model.js';
import { timeFrom } from './from-transform.js';

export interface BatchesOfWork {
  /** Batches per second. */
  readonly batchRate: number;
  readonly sizes: BatchSizes;
  readonly service: Distribution;
  readonly meanWait: number;
  readonly probabilityOfWait: number;
}

const one = complex(1);

/**
 * Laws of wait and sojourn in M^X/G/1. A customer waits for the work that its batch finds, as in M/G/1 with batches for
 * customers, and for those of its batch before it: with b the transform of a service and Q(b) = Σ P(X >= n) b^(n-1),
 * (1 - ρ) s / (s - λ_b (1 - b) Q(b)) and Q(b) / E X. Undefined where services have no transform in closed form, or the
 * law is too rough.
 */
export function batchTimes(
  { batchRate, sizes, service, meanWait, probabilityOfWait }: BatchesOfWork,
  source: Source,
): Pick<Answer, 'wait' | 'sojourn'> {
  const work = complexTransform(service);
  if (work === undefined) return {};
  const spare = 1 - batchRate * sizes.mean * service.mean;
  const wait: ComplexTransform = s => {
    const b = work(s);
    const before = beforeIn(sizes, b);
    const found = over(scaled(s, spare), minus(s, scaled(times(minus(one, b), before), batchRate)));
    return times(found, scaled(before, 1 / sizes.mean));
  };
  const mean = meanWait + service.mean;
  const laws = {
    wait: timeFrom(wait, { mean: meanWait, atOnce: 1 - probabilityOfWait, source }),
    sojourn: timeFrom(product(wait, work), { mean, atOnce: 0, source }),
  };
  return laws.wait && laws.sojourn ? { wait: laws.wait, sojourn: laws.sojourn } : {};
}

/** Σ P(X >= n) b^(n-1): the list by Horner's rule, what falls geometrically behind it in closed form. */
function beforeIn({ atLeast, ratio }: BatchSizes, b: Complex): Complex {
  const last = atLeast.length - 1;
  let sum = over(complex(atLeast[last]), minus(one, scaled(b, ratio)));
  for (let n = last - 1; n >= 0; n--) sum = plus(times(sum, b), complex(atLeast[n]));
  return sum;
}
