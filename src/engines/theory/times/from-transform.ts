import { complex, minus, over } from '../complex.js';
import type { ComplexTransform } from '../laws/complex-transform.js';
import type { Source, TimeDistribution } from '../model.js';
import { agreement, fine, rough } from './euler.js';
import { fromCdf } from './simple.js';

const one = complex(1);

/**
 * The law of a time from its transform; undefined where it is too rough for two inversions to agree.
 *
 * @param atOnce chance that it is 0
 */
export function timeFrom(
  transform: ComplexTransform,
  { mean, atOnce, source }: { readonly mean: number; readonly atOnce: number; readonly source: Source },
): TimeDistribution | undefined {
  const tailBy = (inversion: typeof fine) => (t: number) => {
    const values = Array.from({ length: inversion.terms }, (_, k) => {
      const s = complex(inversion.real / t, (Math.PI * k) / t);
      return over(minus(one, transform(s)), s);
    });
    return inversion.at(t, values);
  };
  const [tail, control] = [tailBy(fine), tailBy(rough)];
  for (const factor of [0.05, 0.2, 0.5, 0.9, 1, 1.1, 1.5, 2, 3, 5]) {
    if (!(Math.abs(tail(factor * mean) - control(factor * mean)) < agreement)) return undefined;
  }
  return fromCdf(t => (t === 0 ? atOnce : 1 - tail(t)), mean, source);
}
