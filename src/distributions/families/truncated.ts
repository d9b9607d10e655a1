import { type Distribution, type Family, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';
import { type LawOf, nested } from '../nested.js';
import { momentsBetween } from '../truncated-moments.js';

/** A law on the condition that it falls between two ends. The law is specified: `lawOf` makes it. */
export const truncated = (lawOf: LawOf): Family =>
  family(
    {
      name: 'truncated',
      about: 'A distribution on the condition that it falls between two ends; other draws are drawn anew.',
      parameters: {
        of: { kind: 'distribution', about: 'The law that is cut.' },
        min: { kind: 'duration', min: 0, about: 'Draws are above this.' },
        max: { kind: 'duration', exclusiveMin: 0, about: 'Draws are at most this.' },
      },
    },
    form => [
      form(['of', 'max'], p => truncatedOf(nested(lawOf, 'of', p.of), Number.NEGATIVE_INFINITY, p.max)),
      form(['of', 'min'], p => truncatedOf(nested(lawOf, 'of', p.of), p.min, Number.POSITIVE_INFINITY)),
      form(['of', 'min', 'max'], p => truncatedOf(nested(lawOf, 'of', p.of), p.min, p.max)),
    ],
  );

/** Draws outside are rejected: below this chance of success, drawing would take too long. */
const leastKept = 1e-3;

function truncatedOf(law: Distribution, min: number, max: number): Distribution {
  const below = min < 0 ? 0 : law.cdf(min);
  const upTo = max === Number.POSITIVE_INFINITY ? 1 : law.cdf(max);
  const kept = upTo - below;
  if (!(kept >= leastKept)) {
    const end = max === Number.POSITIVE_INFINITY ? 'min' : 'max';
    throw new ParameterError(
      end,
      end === 'max' ? max : min,
      `ends that keep ${leastKept} of the law, not ${kept}`,
    );
  }
  const cdf = (t: number): number => (t <= min ? 0 : t >= max ? 1 : (law.cdf(t) - below) / kept);
  const one = new Float64Array(1);
  return {
    kendall: 'G',
    ...momentsBetween(law, Math.max(0, min), max, below, kept),
    tailIndex: max === Number.POSITIVE_INFINITY ? law.tailIndex : Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, law.quantile(below + kept / 2)),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) {
        do law.fill(one, stream);
        while (one[0] <= min || one[0] > max);
        block[i] = one[0];
      }
    },
  };
}
