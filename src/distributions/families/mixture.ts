import { type Distribution, type Family, mostPhases, type Phases } from '../contract.js';
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
  const phases = sideBySide(weights, possible);
  const one = new Float64Array(1);
  return {
    kendall: possible.length === 1 ? possible[0].kendall : phases ? 'PH' : 'G',
    mean,
    scv: scvFrom(mean, variance),
    thirdMoment: average(law => law.thirdMoment),
    tailIndex: Math.min(...possible.map(law => law.tailIndex)),
    cdf,
    quantile: inverseOf(cdf, mean),
    ...(phases && { phases }),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) {
        possible[branchAt(sums, stream.uniform())].fill(one, stream);
        block[i] = one[0];
      }
    },
  };
}

/** The phases of all the laws, entered by the law that is chosen. */
function sideBySide(weights: readonly number[], laws: readonly Distribution[]): Phases | undefined {
  const parts = laws.flatMap(({ phases }, i) => (phases ? [{ ...phases, weight: weights[i] }] : []));
  const count = parts.reduce((sum, { means }) => sum + means.length, 0);
  if (parts.length < laws.length || count > mostPhases) return undefined;
  let before = 0;
  const transitions = parts.flatMap(part => {
    const start = before;
    before += part.means.length;
    return part.transitions.map(row => [
      ...new Array<number>(start).fill(0),
      ...row,
      ...new Array<number>(count - start - row.length).fill(0),
    ]);
  });
  return {
    initial: parts.flatMap(({ initial, weight }) => initial.map(chance => weight * chance)),
    means: parts.flatMap(({ means }) => means),
    transitions,
  };
}
