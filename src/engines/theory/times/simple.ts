import type { Distribution } from '../../../distributions/contract.js';
import { poissonExpectation } from '../../../numerics/poisson.js';
import type { Source, TimeDistribution } from '../model.js';
import { quantileOf } from './quantile.js';

/** P(T > t) = weight e^(-rate t), an atom of 1 - weight at 0. */
export const delayedExponential = (weight: number, rate: number, source: Source): TimeDistribution => ({
  source,
  cdf: t => (t < 0 ? 0 : 1 - weight * Math.exp(-rate * t)),
  quantile: p => Math.max(0, Math.log(weight / (1 - p)) / rate),
});

/** Nobody waits. */
export const noTime = (source: Source): TimeDistribution => ({
  source,
  cdf: t => (t < 0 ? 0 : 1),
  quantile: () => 0,
});

/** The service time itself, where nobody waits. */
export const serviceTime = (service: Distribution, source: Source): TimeDistribution => ({
  source,
  cdf: service.cdf,
  quantile: service.quantile,
});

/** A law given by its cdf, continuous above 0; `scale` is a time near its mean. */
export const fromCdf = (cdf: (t: number) => number, scale: number, source: Source): TimeDistribution => ({
  source,
  cdf: t => (t < 0 ? 0 : Math.min(1, Math.max(0, cdf(t)))),
  quantile: p => quantileOf(cdf, p, scale),
});

/**
 * A time that ends at an event of a Poisson stream: P(T > t) = E unfinished(N(t)), where N counts the events
 * of a Poisson process of the given rate and `unfinished(k)` is the chance of not having ended by the k-th.
 */
export const endsAtPoissonEvent = (
  rate: number,
  unfinished: (k: number) => number,
  scale: number,
  source: Source,
): TimeDistribution => fromCdf(t => 1 - poissonExpectation(rate * t, unfinished), scale, source);

/** Of whoever comes next among customers of several kinds. */
export function mixedTimes(
  shares: readonly number[],
  laws: readonly TimeDistribution[],
  scale: number,
): TimeDistribution {
  if (laws.length === 1) return laws[0];
  return fromCdf(t => laws.reduce((sum, { cdf }, i) => sum + shares[i] * cdf(t), 0), scale, laws[0].source);
}
