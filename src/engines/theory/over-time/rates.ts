import type { ArrivalProcess } from '../../../arrivals/contract.js';
import type { ScheduleSpec } from '../../../scenario/server-side/type.js';
import { always, type OverTime } from './station.js';

/** The rate of Poisson arrivals over time; undefined for any others. */
export function rateOverTime({ kendall, rate, clock }: ArrivalProcess): OverTime | undefined {
  if (clock) return clock;
  return kendall === 'M' ? always(rate) : undefined;
}

/** Of independent ones together. */
export function togetherOverTime(rates: readonly OverTime[]): OverTime {
  if (rates.length === 1) return rates[0];
  return {
    at: t => rates.reduce((sum, { at }) => sum + at(t), 0),
    peak: rates.reduce((sum, { peak }) => sum + peak, 0),
    jumps: end => [...new Set(rates.flatMap(({ jumps }) => jumps(end)))].sort((a, b) => a - b),
  };
}

/** What is due within rounding has come. */
const due = (t: number): number => t * (1 + 1e-12);

/** So many servers until the first change, and from each end of the period. */
export function scheduled(first: number, { changes, period }: ScheduleSpec): OverTime {
  const plan = [{ at: 0, servers: first }, ...changes];
  const within = (t: number): number => (period === undefined ? t : t - Math.floor(t / period) * period);
  return {
    at: t => plan.findLast(({ at }) => at <= due(within(due(t))))?.servers ?? first,
    peak: Math.max(...plan.map(({ servers }) => servers)),
    jumps: end => {
      const begins = Array.from(
        { length: period ? Math.ceil(end / period) : 1 },
        (_, k) => k * (period ?? 0),
      );
      return begins.flatMap(begin => plan.map(({ at }) => begin + at)).filter(t => t > 0 && t < end);
    },
  };
}
