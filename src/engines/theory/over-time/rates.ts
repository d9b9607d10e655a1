import type { ArrivalProcess, RateOverTime } from '../../../arrivals/contract.js';

/** The rate of Poisson arrivals over time; undefined for any others. */
export function rateOverTime({ kendall, rate, clock }: ArrivalProcess): RateOverTime | undefined {
  if (clock) return clock;
  return kendall === 'M' ? { at: () => rate, peak: rate, jumps: () => [] } : undefined;
}

/** Of independent ones together. */
export function togetherOverTime(rates: readonly RateOverTime[]): RateOverTime {
  if (rates.length === 1) return rates[0];
  return {
    at: t => rates.reduce((sum, { at }) => sum + at(t), 0),
    peak: rates.reduce((sum, { peak }) => sum + peak, 0),
    jumps: end => [...new Set(rates.flatMap(({ jumps }) => jumps(end)))].sort((a, b) => a - b),
  };
}
