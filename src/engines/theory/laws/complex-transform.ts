import type { Distribution } from '../../../distributions/contract.js';
import { type Complex, complex, exponential, over, plus, scaled, times } from '../complex.js';

/** E e^(-s X) at complex s with Re s >= 0, per second. */
export type ComplexTransform = (s: Complex) => Complex;

const one = complex(1);

/**
 * In closed form: of constant times, and of those through exponential phases that never come back to an earlier one.
 * Undefined for all others.
 */
export function complexTransform({ kendall, mean, phases }: Distribution): ComplexTransform | undefined {
  if (kendall === 'D') return s => exponential(scaled(s, -mean));
  if (phases === undefined) return undefined;
  const { initial, means, transitions } = phases;
  if (transitions.some((row, i) => row.some((chance, j) => chance > 0 && j <= i))) return undefined;
  const later = transitions.map(row => row.flatMap((chance, j) => (chance > 0 ? [{ chance, j }] : [])));
  const ends = later.map(ways => 1 - ways.reduce((sum, { chance }) => sum + chance, 0));
  return s => {
    /** From each phase on until the end, the last phase first. */
    const rest: Complex[] = [];
    for (let i = means.length - 1; i >= 0; i--) {
      let next = complex(ends[i]);
      for (const { chance, j } of later[i]) next = plus(next, scaled(rest[j], chance));
      rest[i] = over(next, plus(one, scaled(s, means[i])));
    }
    return initial.reduce((sum, chance, i) => plus(sum, scaled(rest[i], chance)), complex(0));
  };
}

/** Of whoever comes next among customers of several kinds: their rates, and the transforms of their times. */
export function mixedTransform(
  rates: readonly number[],
  transforms: readonly ComplexTransform[],
): ComplexTransform {
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return s => transforms.reduce((sum, each, i) => plus(sum, scaled(each(s), rates[i] / total)), complex(0));
}

/** Both, one after the other. */
export const product =
  (first: ComplexTransform, second: ComplexTransform): ComplexTransform =>
  s =>
    times(first(s), second(s));
