import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';

/** Shortest, likeliest and longest, joined by straight lines. */
export const triangular = family(
  {
    name: 'triangular',
    about: 'A density that rises in a straight line to the likeliest time and falls in another.',
    parameters: {
      min: { kind: 'duration', min: 0, about: 'The shortest time.' },
      mode: { kind: 'duration', min: 0, about: 'The likeliest time.' },
      max: { kind: 'duration', exclusiveMin: 0, about: 'The longest time, above the shortest.' },
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The middle of a symmetric triangle.' },
      scv: {
        kind: 'number',
        exclusiveMin: 0,
        max: 1 / 6,
        about: 'Squared coefficient of variation of a symmetric triangle; 1/6 makes the shortest time 0.',
      },
    },
  },
  form => [
    form(['min', 'mode', 'max'], ({ min, mode, max }) => {
      if (!(max > min)) throw new ParameterError('max', max, `a duration above min, which is ${min}`);
      if (mode < min || mode > max) throw new ParameterError('mode', mode, `one from ${min} to ${max}`);
      return triangularOf(min, mode, max);
    }),
    form(['mean', 'scv'], ({ mean, scv }) => {
      const half = Math.min(1, Math.sqrt(6 * scv));
      return triangularOf(mean * (1 - half), mean, mean * (1 + half));
    }),
  ],
);

function triangularOf(min: number, mode: number, max: number): Distribution {
  const width = max - min;
  const rise = mode - min;
  const fall = max - mode;
  const mean = (min + mode + max) / 3;
  const variance = (rise * rise + fall * fall + rise * fall) / 18;
  const thirdCentral = ((fall - rise) * (2 * rise + fall) * (rise + 2 * fall)) / 270;
  const quantile = (p: number): number =>
    p * width < rise ? min + Math.sqrt(p * width * rise) : max - Math.sqrt((1 - p) * width * fall);
  return {
    kendall: 'G',
    mean,
    scv: variance / (mean * mean),
    thirdMoment: thirdCentral + 3 * mean * variance + mean * mean * mean,
    tailIndex: Number.POSITIVE_INFINITY,
    cdf: t => {
      if (t <= min) return 0;
      if (t >= max) return 1;
      return t < mode
        ? ((t - min) * (t - min)) / (width * rise)
        : 1 - ((max - t) * (max - t)) / (width * fall);
    },
    quantile: p => (p > 0 ? quantile(p) : 0),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) block[i] = quantile(stream.uniform());
    },
  };
}
