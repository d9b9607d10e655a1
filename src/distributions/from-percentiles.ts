import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { normalCdf } from '../numerics/normal-law.js';
import { square } from '../numerics/pow.js';
import { rootIn } from '../numerics/root.js';
import type { DistributionSpec } from './contract.js';
import { ParameterError } from './contract.js';

/** So far the law may lie from what was given, as a factor, before it is no longer the same thing. */
const furthest = 1.25;

/**
 * The lognormal law whose percentiles come nearest: a straight line of the logarithms over the normal scores by
 * least squares. Through two percentiles it goes exactly; what lies beyond the last of them is the law's own.
 *
 * @param points p in (0, 1) and the time, seconds, that a share p of the draws does not exceed; two or more
 * @throws ParameterError when they do not grow, or no lognormal law comes near them
 */
export function lognormalThrough(points: readonly { p: number; time: number }[]): DistributionSpec {
  const sorted = [...points].sort((a, b) => a.p - b.p);
  if (sorted.length < 2) throw new ParameterError('percentiles', sorted.length, 'two percentiles or more');
  const wrong = sorted.findIndex(({ time }, i) => i > 0 && !(time > sorted[i - 1].time));
  if (wrong > 0)
    throw new ParameterError(
      nameOf(sorted[wrong].p),
      sorted[wrong].time,
      `more than ${nameOf(sorted[wrong - 1].p)}`,
    );
  const scores = sorted.map(({ p }) => rootIn(z => normalCdf(z) - p, -9, 9));
  const logs = sorted.map(({ time }) => log(time));
  const [score, level] = [mean(scores), mean(logs)];
  const sigma =
    sum(scores.map((z, i) => (z - score) * (logs[i] - level))) / sum(scores.map(z => square(z - score)));
  const median = exp(level - sigma * score);
  for (const [i, { p, time }] of sorted.entries()) {
    const off = (median * exp(sigma * scores[i])) / time;
    if (off > furthest || off < 1 / furthest)
      throw new ParameterError(
        nameOf(p),
        time,
        'percentiles of about a lognormal law; of others give mean and scv, or the whole distribution',
      );
  }
  return { distribution: 'lognormal', median, sigma };
}

const nameOf = (p: number): string => `p${Number((p * 100).toFixed(6))}`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
