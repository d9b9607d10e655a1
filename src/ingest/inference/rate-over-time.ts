import { type Counts, wholeStretches } from './counts.js';
import { Moments } from './moments.js';

/** How the rate changes over the time that was counted. */
export interface RateOverTime extends Counts {
  /** Variance over mean of these counts: 1 for Poisson arrivals at one rate. */
  readonly index: number;
  /** Over the mean. */
  readonly busiest: number;
  readonly quietest: number;
  /** Whether the rate itself changes, beyond what bursts explain. */
  readonly changes: boolean;
}

const hour = 3600;
const widths = [hour, 600, 60, 10];
/** Fewer stretches, or fewer arrivals in each, tell nothing. */
const fewest = { stretches: 12, each: 10 };
/** So many times the variance that bursts of short scale explain. */
const beyondBursts = 4;
/** A rate that swings less than this either way can as well be taken as one. */
const swing = 0.25;

/**
 * Whether the rate changes, by the counts of hours or of the longest shorter stretches of which there are enough.
 * @param bursts variance over mean of the counts at a scale that is short beside those
 */
export function rateOverTime(counts: Counts, bursts: number): RateOverTime | undefined {
  for (const width of widths) {
    if (width < counts.width) return undefined;
    const wide = width === counts.width ? counts : wholeStretches(counts, width);
    const found = described(wide, bursts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of counts in the stretches that they have. */
export function described(
  counts: Counts,
  bursts: number,
  { stretches, each } = fewest,
): RateOverTime | undefined {
  const moments = new Moments();
  for (const count of counts.counts) moments.add(count);
  const { mean } = moments;
  if (counts.counts.length < stretches || mean < each) return undefined;
  const index = moments.variance / mean;
  const busiest = Math.max(...counts.counts) / mean;
  const quietest = Math.min(...counts.counts) / mean;
  const swings = busiest > 1 + swing || quietest < 1 - swing;
  return {
    ...counts,
    index,
    busiest,
    quietest,
    changes: swings && index > beyondBursts * Math.max(1, bursts),
  };
}
