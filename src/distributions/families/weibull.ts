import { firstWhere } from '../../numerics/bisection.js';
import { exp } from '../../numerics/exp.js';
import { logGamma } from '../../numerics/log-gamma.js';
import { expm1, log1p } from '../../numerics/near-zero.js';
import { pow } from '../../numerics/pow.js';
import { exponential } from '../../random/index.js';
import type { Distribution } from '../contract.js';
import { family } from '../definition.js';
import { exponentialOf } from './exponential.js';

const leastShape = 0.05;
const mostShape = 1000;

/** A power of an exponential time. */
export const weibull = family(
  {
    name: 'weibull',
    about: 'A power of an exponential time: shape below 1 for a heavier tail, above 1 for a lighter one.',
    parameters: {
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean.' },
      scv: { kind: 'number', min: 2e-6, max: 1e11, about: 'Squared coefficient of variation.' },
      shape: {
        kind: 'number',
        min: leastShape,
        max: mostShape,
        about: 'The exponent k in P(X > t) = exp(-(t / scale)^k).',
      },
      scale: { kind: 'duration', exclusiveMin: 0, about: 'The time that a fraction 1/e of draws exceed.' },
    },
  },
  form => [
    form(['mean', 'scv'], ({ mean, scv }) => {
      const shape = firstWhere(k => scvOf(k) <= scv, leastShape, mostShape);
      return weibullOf(shape, mean / moment(shape, 1));
    }),
    form(['shape', 'scale'], ({ shape, scale }) => weibullOf(shape, scale)),
    form(['mean', 'shape'], ({ mean, shape }) => weibullOf(shape, mean / moment(shape, 1))),
  ],
);

/** E (X / scale)^r. */
const moment = (shape: number, r: number): number => exp(logGamma(1 + r / shape));

const scvOf = (shape: number): number => expm1(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape));

function weibullOf(shape: number, scale: number): Distribution {
  if (shape === 1) return exponentialOf(scale);
  return {
    kendall: 'G',
    mean: scale * moment(shape, 1),
    scv: scvOf(shape),
    thirdMoment: scale * scale * scale * moment(shape, 3),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf: t => (t > 0 ? -expm1(-pow(t / scale, shape)) : 0),
    quantile: p => scale * pow(-log1p(-p), 1 / shape),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) block[i] = scale * pow(exponential(stream), 1 / shape);
    },
  };
}
