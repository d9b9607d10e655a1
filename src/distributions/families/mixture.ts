import type { Distribution, Family } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';
import { type LawOf, nested } from '../nested.js';
import { scvFrom, varianceOf } from '../variance.js';
import { branchAt, cumulative, probabilities as summingToOne } from '../weights.js';

/** One of several laws, chosen at random for each draw. The laws are specified: `lawOf` makes them. */
export const mixture = (lawOf: LawOf): Family =>
  family(
    {
      name: 'mixture',
      about: 'One of several distributions, chosen at random for each draw.',
      parameters: {
        probabilities: { kind: 'fractions', min: 0, max: 1, about: 'Of the distributions; they sum to 1.' },
        of: { kind: 'distributions', about: 'The distributions to choose from, in the same order.' },
      },
    },
    form => [
      form(['probabilities', 'of'], ({ probabilities, of }) =>
        mixtureOf(
          summingToOne('probabilities', probabilities, of.length),
          of.map((spec, i) => nested(lawOf, `of.${i}`, spec)),
        ),
      ),
    ],
  );

function mixtureOf(chances: readonly number[], laws: readonly Distribution[]): Distribution {
  const possible = laws.filter((_, i) => chances[i] > 0);
  const weights = chances.filter(chance => chance > 0);
  const average = (of: (law: Distribution) => number): number =>
    possible.reduce((sum, law, i) => sum + weights[i] * of(law), 0);
  const mean = average(law => law.mean);
  const variance = average(law => varianceOf(law) + (law.mean - mean) * (law.mean - mean));
  const cdf = (t: number): number => average(law => law.cdf(t));
  const sums = cumulative(weights);
  const one = new Float64Array(1);
  return {
    kendall: possible.length === 1 ? possible[0].kendall : 'G',
    mean,
    scv: scvFrom(mean, variance),
    thirdMoment: average(law => law.thirdMoment),
    tailIndex: Math.min(...possible.map(law => law.tailIndex)),
    cdf,
    quantile: inverseOf(cdf, mean),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) {
        possible[branchAt(sums, stream.uniform())].fill(one, stream);
        block[i] = one[0];
      }
    },
  };
}
