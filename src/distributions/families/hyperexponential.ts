import { expm1 } from '../../numerics/near-zero.js';
import { exponential as standardExponential } from '../../random/index.js';
import { type Distribution, mostPhases, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';
import { branchAt, cumulative, probabilities as summingToOne } from '../weights.js';
import { exponentialOf } from './exponential.js';

/** An exponential time whose mean is drawn first. */
export const hyperexponential = family(
  {
    name: 'hyperexponential',
    about: 'One of several exponential laws, chosen at random for each draw: scv of 1 or more.',
    parameters: {
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean of the whole.' },
      scv: {
        kind: 'number',
        min: 1,
        about: 'Squared coefficient of variation, by two branches that carry half of the mean each.',
      },
      probabilities: { kind: 'fractions', min: 0, max: 1, about: 'Of the branches; they sum to 1.' },
      means: { kind: 'durations', exclusiveMin: 0, about: 'Of the branches, in the same order.' },
      rates: { kind: 'rates', exclusiveMin: 0, about: 'Of the branches, instead of their means.' },
    },
  },
  form => [
    form(['mean', 'scv'], ({ mean, scv }) => balanced(mean, scv)),
    form(['probabilities', 'means'], p => branches(p.probabilities, p.means)),
    form(['probabilities', 'rates'], p =>
      branches(
        p.probabilities,
        p.rates.map(rate => 1 / rate),
      ),
    ),
  ],
);

/** Two branches of balanced means, p1 m1 = p2 m2: H. C. Tijms, "A First Course in Stochastic Models", 2003, app. B (from memory). */
function balanced(mean: number, scv: number): Distribution {
  const skew = Math.sqrt((scv - 1) / (scv + 1));
  // 1 - skew without loss where the scv is large.
  const rest = 2 / ((scv + 1) * (1 + skew));
  const p = (1 + skew) / 2;
  const q = rest / 2;
  if (!(q > 0)) throw new ParameterError('scv', scv, 'a number that two branches can be told apart at');
  return branches([p, q], [mean / (2 * p), mean / (2 * q)]);
}

function branches(given: readonly number[], all: readonly number[]): Distribution {
  const weights = summingToOne('probabilities', given, all.length);
  const means = all.filter((_, i) => weights[i] > 0);
  const chances = weights.filter(weight => weight > 0);
  if (means.every(mean => mean === means[0])) return exponentialOf(means[0]);
  const moment = (power: (mean: number) => number): number =>
    means.reduce((sum, mean, i) => sum + chances[i] * power(mean), 0);
  const mean = moment(m => m);
  const cdf = (t: number): number => (t > 0 ? -moment(m => expm1(-t / m)) : 0);
  const sums = cumulative(chances);
  const first = sums[0];
  const [firstMean] = means;
  return {
    kendall: `H${means.length}`,
    mean,
    scv: (2 * moment(m => m * m)) / (mean * mean) - 1,
    thirdMoment: 6 * moment(m => m * m * m),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, mean),
    ...(means.length <= mostPhases && {
      phases: { initial: chances, means, transitions: means.map(() => means.map(() => 0)) },
    }),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) {
        const u = stream.uniform();
        block[i] = standardExponential(stream) * (u < first ? firstMean : means[branchAt(sums, u)]);
      }
    },
  };
}
