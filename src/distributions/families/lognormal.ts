import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import { expm1, log1p } from '../../numerics/near-zero.js';
import { normalCdf } from '../../numerics/normal-law.js';
import { fillNormal } from '../../random/index.js';
import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';

/** A time whose logarithm is normal. */
export const lognormal = family(
  {
    name: 'lognormal',
    about: 'A time whose logarithm is normal: the product of many small delays.',
    parameters: {
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean.' },
      scv: { kind: 'number', exclusiveMin: 0, max: 1e9, about: 'Squared coefficient of variation.' },
      median: { kind: 'duration', exclusiveMin: 0, about: 'The time that half of the draws exceed.' },
      sigma: {
        kind: 'number',
        exclusiveMin: 0,
        max: 5,
        about: 'Standard deviation of the natural logarithm.',
      },
      p99: { kind: 'duration', exclusiveMin: 0, about: 'The time that one draw in a hundred exceeds.' },
    },
  },
  form => [
    form(['mean', 'scv'], ({ mean, scv }) => lognormalOf(mean / Math.sqrt(1 + scv), Math.sqrt(log1p(scv)))),
    form(['median', 'sigma'], ({ median, sigma }) => lognormalOf(median, sigma)),
    form(['median', 'p99'], ({ median, p99 }) => lognormalOf(median, sigmaBetween(median, p99))),
  ],
);

/** The 99th percentile of the standard normal law. */
const normalP99 = 2.3263478740408408;

function sigmaBetween(median: number, p99: number): number {
  const sigma = log(p99 / median) / normalP99;
  if (sigma > 0 && sigma <= 5) return sigma;
  throw new ParameterError(
    'p99',
    p99,
    `a duration above the median, which is ${median}, by a factor up to 1e5`,
  );
}

function lognormalOf(median: number, sigma: number): Distribution {
  const scv = expm1(sigma * sigma);
  const mean = median * exp((sigma * sigma) / 2);
  const spread = mean * (1 + scv);
  const cdf = (t: number): number => (t > 0 ? normalCdf(log(t / median) / sigma) : 0);
  return {
    kendall: 'G',
    mean,
    scv,
    thirdMoment: spread * spread * spread,
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, median),
    fill: (block, stream) => {
      fillNormal(block, stream, sigma);
      for (let i = 0; i < block.length; i++) block[i] = median * exp(block[i]);
    },
  };
}
