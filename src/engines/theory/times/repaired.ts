import type { Distribution } from '../../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled } from '../complex.js';
import { type ComplexTransform, complexTransform, product } from '../laws/complex-transform.js';
import type { Source, TimeDistribution } from '../model.js';
import { timeFrom } from './from-transform.js';

/** One server that fails and is repaired; it resumes what it was at. */
export interface RepairedServer {
  readonly arrivalRate: number;
  readonly service: Distribution;
  /** Per second in which it works, or stands ready to. */
  readonly failureRate: number;
  readonly repair: Distribution;
  readonly whileServing: boolean;
}

const one = complex(1);
const source: Source = { ref: 'white1958', at: 'breakdown' };

/**
 * The law of the sojourn in M/G/1 with breakdowns. A time of work X lasts, repairs counted in, so long that its transform
 * is x(z(s)), z(s) = s + ξ (1 - r(s)) with r that of a repair. Where the server fails only while it serves, the wait is
 * that of M/G/1 with such services, (1 - ρ) s / (s - λ (1 - b(z))). Where it also fails while it is idle, breakdowns are
 * like urgent customers of whom never more than one is there: (A - λ E S) z / (s - λ (1 - b(z))) with the availability A.
 * (Both worked out here; the means are the sources'.) Undefined where services or repairs have no transform in closed
 * form, or the law is too rough.
 */
export function repairedSojourn(
  { arrivalRate, service, failureRate, repair, whileServing }: RepairedServer,
  mean: number,
): TimeDistribution | undefined {
  const [work, repairs] = [complexTransform(service), complexTransform(repair)];
  if (work === undefined || repairs === undefined) return undefined;
  const stretched = (s: Complex) => plus(s, scaled(minus(one, repairs(s)), failureRate));
  const completed: ComplexTransform = s => work(stretched(s));
  const stretch = 1 + failureRate * repair.mean;
  const spare = 1 - arrivalRate * service.mean * stretch;
  const wait: ComplexTransform = s =>
    over(
      whileServing ? scaled(s, spare) : scaled(stretched(s), spare / stretch),
      minus(s, scaled(minus(one, completed(s)), arrivalRate)),
    );
  return timeFrom(product(wait, completed), { mean, atOnce: 0, source });
}
