import type { Distribution } from '../../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled, times } from '../complex.js';
import { type ComplexTransform, complexTransform, product } from '../laws/complex-transform.js';
import type { Source, TimeDistribution } from '../model.js';
import { timeFrom } from './from-transform.js';
import { fromCdf } from './simple.js';

/** A time that is added to the wait with this chance: of a law, or what is left of one at a random moment. */
export interface Delay {
  readonly share: number;
  readonly law: Distribution;
  readonly rest: boolean;
}

/** Beyond it the transform of the wait is a difference of nearly equal numbers. */
const mostLoad = 0.999;

const one = complex(1);

/**
 * The laws of `delayedTimes` where services and delays go through exponential phases, or a delay always lasts as long:
 * Pollaczek's transform (1 - ρ) s / (s - λ (1 - b(s))) of the wait times that of what is added, and the constant delays
 * shifted. Undefined for others, next to saturation, or where the law is too rough.
 */
export function delayedByTransforms(
  arrivalRate: number,
  service: Distribution,
  delays: readonly Delay[],
  source: Source,
): { readonly wait: TimeDistribution; readonly sojourn: TimeDistribution } | undefined {
  const constant = delays.filter(({ law, rest }) => law.kendall === 'D' && !rest);
  const others = delays.filter(delay => !constant.includes(delay));
  if ([service, ...others.map(({ law }) => law)].some(({ kendall }) => kendall === 'D')) return undefined;
  const work = complexTransform(service);
  const added = others.flatMap(delay => transformOf(delay) ?? []);
  if (work === undefined || added.length < others.length) return undefined;
  const load = arrivalRate * service.mean;
  if (load > mostLoad) return undefined;
  const shifted = shareOf(constant);
  const none = 1 - shifted - shareOf(others);
  const own: ComplexTransform = s =>
    over(scaled(s, 1 - load), minus(s, scaled(minus(one, work(s)), arrivalRate)));
  const unshifted: ComplexTransform = s =>
    scaled(
      times(
        own(s),
        others.reduce((sum, { share }, i) => plus(sum, scaled(added[i](s), share)), complex(none)),
      ),
      1 / (1 - shifted),
    );
  const ownMean = (arrivalRate * service.mean ** 2 * (1 + service.scv)) / 2 / (1 - load);
  const lawOf = (ends: ComplexTransform | undefined): TimeDistribution | undefined => {
    const mean = ownMean + (ends ? service.mean : 0);
    const atOnce = ends ? 0 : 1 - load;
    const then = (wait: ComplexTransform) => (ends ? product(wait, ends) : wait);
    const scale = mean + delays.reduce((sum, { share, law }) => sum + share * law.mean, 0);
    const plain = timeFrom(then(own), { mean, atOnce, source });
    const rest = timeFrom(then(unshifted), { mean: scale, atOnce: (atOnce * none) / (1 - shifted), source });
    if (plain === undefined || rest === undefined) return undefined;
    const cdf = (t: number): number =>
      constant.reduce(
        (sum, { share, law }) => sum + share * plain.cdf(t - law.mean),
        (1 - shifted) * rest.cdf(t),
      );
    return fromCdf(cdf, scale, source);
  };
  const [wait, sojourn] = [lawOf(undefined), lawOf(work)];
  return wait && sojourn && { wait, sojourn };
}

const shareOf = (delays: readonly Delay[]): number => delays.reduce((sum, { share }) => sum + share, 0);

/** Of what is left of a time of mean m and transform f at a random moment: (1 - f(s)) / (s m). */
function transformOf({ law, rest }: Delay): ComplexTransform | undefined {
  const whole = complexTransform(law);
  if (whole === undefined || !rest) return whole;
  return (s: Complex) => over(minus(one, whole(s)), scaled(s, law.mean));
}
