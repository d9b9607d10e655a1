import { betaI } from '../../numerics/incomplete-beta.js';
import { gamma } from '../../random/index.js';
import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';

// Shapes below 0.05 would put draws closer to 0 than a double can hold.
const shape = { kind: 'number', min: 0.05, max: 1e5 } as const;

/** A flexible law between 0 and a longest time. */
export const beta = family(
  {
    name: 'beta',
    about: 'A law between 0 and a longest time, with two exponents that shape its ends.',
    parameters: {
      alpha: { ...shape, about: 'The exponent at 0: mean = max alpha / (alpha + beta).' },
      beta: { ...shape, about: 'The exponent at the longest time.' },
      max: { kind: 'duration', exclusiveMin: 0, about: 'The longest time.' },
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean, below the longest time.' },
      scv: {
        kind: 'number',
        exclusiveMin: 0,
        about: 'Squared coefficient of variation, below max/mean - 1.',
      },
    },
  },
  form => [
    form(['alpha', 'beta', 'max'], ({ alpha, beta: other, max }) => betaOf(alpha, other, max)),
    form(['mean', 'scv', 'max'], ({ mean, scv, max }) => {
      const part = mean / max;
      if (!(part < 1)) throw new ParameterError('mean', mean, `a duration below max, which is ${max}`);
      const sum = (1 - part) / (part * scv) - 1;
      const [alpha, other] = [part * sum, (1 - part) * sum];
      if (Math.min(alpha, other) >= shape.min && Math.max(alpha, other) <= shape.max)
        return betaOf(alpha, other, max);
      throw new ParameterError(
        'scv',
        scv,
        `a number that makes both exponents ${shape.min} to ${shape.max}: here they are ${alpha} and ${other}`,
      );
    }),
  ],
);

function betaOf(a: number, b: number, max: number): Distribution {
  const mean = (max * a) / (a + b);
  const cdf = (t: number): number => betaI(a, b, t / max);
  return {
    kendall: 'G',
    mean,
    scv: b / (a * (a + b + 1)),
    thirdMoment: (mean * max * max * ((a + 1) * (a + 2))) / ((a + b + 1) * (a + b + 2)),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, mean),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) {
        const x = gamma(a, stream);
        block[i] = (max * x) / (x + gamma(b, stream));
      }
    },
  };
}
