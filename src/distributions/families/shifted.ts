import type { Distribution, Family } from '../contract.js';
import { family } from '../definition.js';
import { type LawOf, nested } from '../nested.js';
import { scvFrom, varianceOf } from '../variance.js';

/** A fixed time before a random one. The law is specified: `lawOf` makes it. */
export const shifted = (lawOf: LawOf): Family =>
  family(
    {
      name: 'shifted',
      about: 'A fixed time and then a random one: the sum of both.',
      parameters: {
        of: { kind: 'distribution', about: 'The law of the random part.' },
        by: { kind: 'duration', min: 0, about: 'The fixed part.' },
      },
    },
    form => [form(['of', 'by'], ({ of, by }) => shiftedOf(nested(lawOf, 'of', of), by))],
  );

function shiftedOf(law: Distribution, by: number): Distribution {
  if (by === 0) return law;
  const mean = law.mean + by;
  const variance = varianceOf(law);
  return {
    kendall: law.kendall === 'D' ? 'D' : 'G',
    mean,
    scv: scvFrom(mean, variance),
    thirdMoment: law.thirdMoment + by * (3 * (variance + law.mean * law.mean) + by * (3 * law.mean + by)),
    tailIndex: law.tailIndex,
    cdf: t => (t < by ? 0 : law.cdf(t - by)),
    quantile: p => (p > 0 ? by + law.quantile(p) : 0),
    fill: (block, stream) => {
      law.fill(block, stream);
      for (let i = 0; i < block.length; i++) block[i] += by;
    },
  };
}
