import { gammaP } from '../../numerics/incomplete-gamma.js';
import { gamma as standardGamma } from '../../random/index.js';
import type { Distribution } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';
import { erlangOf } from './erlang.js';

const positive = { exclusiveMin: 0 } as const;

/** Erlang's law with any number of phases, whole or not. */
export const gamma = family(
  {
    name: 'gamma',
    about: 'The Erlang law with any shape, whole or not: scv = 1/shape.',
    parameters: {
      mean: { kind: 'duration', ...positive, about: 'The mean.' },
      scv: { kind: 'number', min: 1e-6, max: 1e3, about: 'Squared coefficient of variation.' },
      shape: { kind: 'number', min: 1e-3, max: 1e6, about: 'The number of phases, whole or not.' },
      scale: { kind: 'duration', ...positive, about: 'The mean of one phase: mean = shape scale.' },
    },
  },
  form => [
    form(['mean', 'scv'], ({ mean, scv }) => gammaOf(mean, 1 / scv)),
    form(['shape', 'scale'], ({ shape, scale }) => gammaOf(shape * scale, shape)),
    form(['mean', 'shape'], ({ mean, shape }) => gammaOf(mean, shape)),
  ],
);

function gammaOf(mean: number, shape: number): Distribution {
  if (Number.isInteger(shape)) return erlangOf(mean, shape);
  const scale = mean / shape;
  const cdf = (t: number): number => (t > 0 ? gammaP(shape, t / scale) : 0);
  return {
    kendall: 'G',
    mean,
    scv: 1 / shape,
    thirdMoment: scale * scale * scale * shape * (shape + 1) * (shape + 2),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, mean),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) block[i] = scale * standardGamma(shape, stream);
    },
  };
}
