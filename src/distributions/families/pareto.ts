import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import { expm1, log1p } from '../../numerics/near-zero.js';
import { exponential } from '../../random/index.js';
import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';

/** The heavy tail: a shortest time that grows by a power law. */
export const pareto = family(
  {
    name: 'pareto',
    about:
      'A power law above a shortest time, P(X > t) = (min / t)^alpha: only moments below alpha are finite.',
    parameters: {
      alpha: { kind: 'number', min: 0.1, max: 1e6, about: 'The tail index.' },
      min: { kind: 'duration', exclusiveMin: 0, about: 'The shortest time.' },
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean; with it alpha is above 1.' },
      scv: { kind: 'number', exclusiveMin: 0, max: 1e9, about: 'Squared coefficient of variation.' },
    },
  },
  form => [
    form(['alpha', 'min'], ({ alpha, min }) => paretoOf(alpha, min)),
    form(['mean', 'scv'], ({ mean, scv }) => withMean(1 + Math.sqrt(1 + 1 / scv), mean)),
    form(['mean', 'alpha'], ({ mean, alpha }) => {
      if (alpha > 1) return withMean(alpha, mean);
      throw new ParameterError('alpha', alpha, 'a number above 1: the mean is infinite otherwise');
    }),
  ],
);

const withMean = (alpha: number, mean: number): Distribution => paretoOf(alpha, (mean * (alpha - 1)) / alpha);

/** E X^r = alpha min^r / (alpha - r) for r < alpha. */
const moment = (alpha: number, min: number, r: 1 | 2 | 3): number =>
  alpha > r ? (alpha * [1, min, min * min, min * min * min][r]) / (alpha - r) : Number.POSITIVE_INFINITY;

const paretoOf = (alpha: number, min: number): Distribution => ({
  kendall: 'G',
  mean: moment(alpha, min, 1),
  scv: alpha > 2 ? 1 / (alpha * (alpha - 2)) : Number.POSITIVE_INFINITY,
  thirdMoment: moment(alpha, min, 3),
  tailIndex: alpha,
  cdf: t => (t > min ? -expm1(-alpha * log(t / min)) : 0),
  quantile: p => (p > 0 ? min * exp(-log1p(-p) / alpha) : 0),
  // From an exponential number, which has no longest value: a uniform one would cut the tail off.
  fill: (block, stream) => {
    for (let i = 0; i < block.length; i++) block[i] = min * exp(exponential(stream) / alpha);
  },
});
