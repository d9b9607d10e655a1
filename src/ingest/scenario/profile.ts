import type { ArrivalSpec } from '../../scenario/type.js';
import { formatDuration, formatNumber } from '../../units.js';
import { type Counts, wholeStretches, widened } from '../inference/counts.js';
import { Moments } from '../inference/moments.js';
import type { RateOverTime } from '../inference/rate-over-time.js';
import type { Chosen } from './chosen.js';

const hour = 3600;
const day = 24 * hour;
/** More stretches than these are joined by twos. */
const mostStretches = 400;

/** Poisson arrivals whose rate follows the counts: hour by hour of the day where there are two days or more. */
export function profileOf(counts: RateOverTime): Chosen<ArrivalSpec> {
  return dayOf(counts) ?? asCounted(counts);
}

function dayOf(counts: RateOverTime): Chosen<ArrivalSpec> | undefined {
  if (hour % counts.width !== 0) return undefined;
  const hours = counts.width === hour ? counts : wholeStretches(counts, hour);
  const byHour = Array.from({ length: 24 }, () => new Moments());
  hours.counts.forEach((count, i) => {
    byHour[Math.round(hours.start / hour + i) % 24].add(count);
  });
  if (byHour.some(({ count }) => count < 2)) return undefined;
  // What is left of the variance once the hour of the day is known, beside that of Poisson counts.
  const left = byHour.reduce((sum, { variance, count }) => sum + variance * (count - 1), 0);
  const expected = byHour.reduce((sum, { mean, count }) => sum + mean * (count - 1), 0);
  return {
    spec: { process: 'profile', hourly: byHour.map(({ mean }) => mean / hour) },
    why:
      `arrivals: Poisson at a rate for each hour of the day (UTC), the mean over ${formatNumber(hours.counts.length / 24)} days; ` +
      `the same hour of other days varies ${formatNumber(left / expected, 2)} times as much as Poisson counts`,
  };
}

function asCounted(counts: Counts): Chosen<ArrivalSpec> {
  let kept = counts;
  while (kept.counts.length > mostStretches) kept = widened(kept, kept.width * 2);
  const { width, counts: each } = kept;
  const round = Math.round(width * each.length) % day === 0 ? '; the days repeat' : '; then it repeats';
  return {
    spec: {
      process: 'profile',
      rates: each.map(count => count / width),
      durations: each.map(() => width),
    },
    why: `arrivals: Poisson at the rate of each ${formatDuration(width)} as counted, ${each.length} of them${round}`,
  };
}
