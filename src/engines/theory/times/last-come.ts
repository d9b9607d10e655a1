import type { Distribution } from '../../../distributions/contract.js';
import { complex, minus, over, plus, scaled } from '../complex.js';
import { type ComplexTransform, complexTransform, product } from '../laws/complex-transform.js';
import { delayedBy } from '../laws/delay-busy-period.js';
import type { Answer, Source, TimeDistribution } from '../model.js';
import { timeFrom } from './from-transform.js';

const source: Source = { ref: 'takacs1962', at: 'the order of service' };
const one = complex(1);

/**
 * Laws of wait and sojourn in M/G/1, last come first served, no service interrupted: whoever finds the server busy waits
 * for the rest of that service, and for all who come meanwhile and until it is its turn: (1 - ρ) + ρ r(z(s)), r the
 * transform of a rest. Undefined where services have none in closed form, or the law is too rough.
 */
export function lastComeTimes(arrivalRate: number, service: Distribution): Pick<Answer, 'wait' | 'sojourn'> {
  const work = complexTransform(service);
  if (work === undefined) return {};
  const load = arrivalRate * service.mean;
  const argument = delayedBy(arrivalRate, work);
  const wait: ComplexTransform = s => {
    const z = argument(s);
    const rest = over(minus(one, work(z)), scaled(z, service.mean));
    return plus(complex(1 - load), scaled(rest, load));
  };
  const mean = (load * service.mean * (1 + service.scv)) / (2 * (1 - load));
  const laws = {
    wait: timeFrom(wait, { mean, atOnce: 1 - load, source }),
    sojourn: timeFrom(product(wait, work), { mean: mean + service.mean, atOnce: 0, source }),
  };
  return laws.wait && laws.sojourn ? { wait: laws.wait, sojourn: laws.sojourn } : {};
}

/**
 * The law of the sojourn in M/M/c, last come first served, no service interrupted: with this chance one waits, for a busy
 * period of a server as fast as all. Undefined where it is too rough.
 */
export function lastComeSojourn(
  { arrivalRate, meanService, servers }: Record<'arrivalRate' | 'meanService' | 'servers', number>,
  waits: number,
): TimeDistribution | undefined {
  const ends =
    (mean: number): ComplexTransform =>
    s =>
      over(one, plus(one, scaled(s, mean)));
  const faster = ends(meanService / servers);
  const argument = delayedBy(arrivalRate, faster);
  const wait: ComplexTransform = s => plus(complex(1 - waits), scaled(faster(argument(s)), waits));
  const meanWait = (waits * meanService) / (servers - arrivalRate * meanService);
  return timeFrom(product(wait, ends(meanService)), { mean: meanWait + meanService, atOnce: 0, source });
}

/**
 * The law of the sojourn of a customer in M/G/1, last come first served with interruption: its own service, and the busy
 * periods of all who come meanwhile.
 *
 * @param services of all who come
 * @param service of this one
 */
export function interruptedByAll(
  arrivalRate: number,
  services: ComplexTransform,
  service: Distribution,
  mean: number,
): TimeDistribution | undefined {
  const own = complexTransform(service);
  const argument = delayedBy(arrivalRate, services);
  return own && timeFrom(s => own(argument(s)), { mean, atOnce: 0, source });
}
