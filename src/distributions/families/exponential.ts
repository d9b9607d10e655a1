import { expm1, log1p } from '../../numerics/near-zero.js';
import { fillExponential } from '../../random/index.js';
import type { Distribution } from '../contract.js';
import { family } from '../definition.js';

/** The law without memory. */
export const exponential = family(
  {
    name: 'exponential',
    about: 'The law without memory: however long it has lasted, the rest has the same mean.',
    parameters: {
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean.' },
      rate: { kind: 'rate', exclusiveMin: 0, about: 'The reciprocal of the mean.' },
    },
  },
  form => [
    form(['mean'], ({ mean }) => exponentialOf(mean)),
    form(['rate'], ({ rate }) => exponentialOf(1 / rate)),
  ],
);

/** The exponential distribution of this mean, seconds. */
export const exponentialOf = (mean: number): Distribution => ({
  kendall: 'M',
  mean,
  scv: 1,
  thirdMoment: 6 * mean * mean * mean,
  tailIndex: Number.POSITIVE_INFINITY,
  cdf: t => (t > 0 ? -expm1(-t / mean) : 0),
  quantile: p => -mean * log1p(-p),
  phases: { initial: [1], means: [mean], transitions: [[0]] },
  fill: (block, stream) => fillExponential(block, stream, mean),
});
