import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';

/** Every time between two ends alike. */
export const uniform = family(
  {
    name: 'uniform',
    about: 'Every time between two ends is as likely as any other.',
    parameters: {
      min: { kind: 'duration', min: 0, about: 'The shortest time.' },
      max: { kind: 'duration', exclusiveMin: 0, about: 'The longest time, above the shortest.' },
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The middle.' },
      scv: {
        kind: 'number',
        exclusiveMin: 0,
        max: 1 / 3,
        about: 'Squared coefficient of variation; 1/3 makes the shortest time 0.',
      },
    },
  },
  form => [
    form(['min', 'max'], ({ min, max }) => uniformOf(min, max)),
    form(['mean', 'scv'], ({ mean, scv }) => {
      const half = Math.min(1, Math.sqrt(3 * scv));
      return uniformOf(mean * (1 - half), mean * (1 + half));
    }),
  ],
);

function uniformOf(min: number, max: number): Distribution {
  if (!(max > min)) throw new ParameterError('max', max, `a duration above min, which is ${min}`);
  const width = max - min;
  const mean = min + width / 2;
  return {
    kendall: 'G',
    mean,
    scv: (width * width) / 12 / (mean * mean),
    thirdMoment: ((min + max) * (min * min + max * max)) / 4,
    tailIndex: Number.POSITIVE_INFINITY,
    cdf: t => Math.min(1, Math.max(0, (t - min) / width)),
    quantile: p => (p > 0 ? min + width * p : 0),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) block[i] = min + width * stream.uniform();
    },
  };
}
