import type { Distribution } from '../../../distributions/index.js';
import { chance } from './limits.js';

/** Fewer tell nothing of a law. */
const fewest = 20;
/** Share of the times that may lie wrong beyond chance: a host that stops now and then moves some of them far. */
const displaced = 0.02;

export interface LawDistance {
  readonly distance: number;
  readonly limit: number;
}

/** How far times may lie from those that were drawn. */
export interface Tolerance {
  /** Seconds, to either side. */
  readonly seconds: number;
  /** So large a share of them may be later than that, by so many seconds. */
  readonly late?: { readonly share: number; readonly seconds: number };
}

/**
 * How far the distribution function of a sample lies from a law, when each time may be wrong by the tolerance: the
 * distance of Kolmogorov and Smirnov, with the law moved by the tolerance to whichever side is nearer. A sample whose
 * times lie within the tolerance of independent draws exceeds the limit with a probability of at most `chance`; laws with
 * atoms are judged too mildly, never too severely.
 *
 * Source of the limit: M. A. Stephens, EDF statistics for goodness of fit and some comparisons, JASA 69 (1974) 730-737,
 * unchecked; the tests measure how often draws of many laws exceed it.
 *
 * @returns undefined when there are too few to tell
 */
export function lawDistance(
  times: Float64Array,
  { cdf }: Distribution,
  { seconds, late = { share: 0, seconds: 0 } }: Tolerance,
): LawDistance | undefined {
  const n = times.length;
  if (n < fewest) return undefined;
  const least = (time: number) =>
    (1 - late.share) * cdf(time - seconds) + late.share * cdf(time - late.seconds);
  let distance = 0;
  for (const [i, time] of times.toSorted().entries()) {
    distance = Math.max(distance, (i + 1) / n - cdf(time + seconds), least(time) - i / n);
  }
  const root = Math.sqrt(n);
  return { distance, limit: critical / (root + 0.12 + 0.11 / root) + displaced };
}

/** Of the limiting law of the statistic: 2 exp(-2 x^2) = chance; the terms left out are far smaller. */
const critical = Math.sqrt(-Math.log(chance / 2) / 2);
