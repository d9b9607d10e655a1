import type { TimeSeries } from '../result/result.js';
import { trend } from '../statistics/trend.js';

const stretches = 20;
/** Standard deviations; values of a queue depend on each other, so that two would come often. */
const certain = 3.3;
/** Times as many at the end as in the first half. */
const materially = 1.5;

/**
 * Whether the number in the system still rose when the arrivals ended: such a rate lasts no longer than the run.
 * @param until seconds; what comes later is the queue that empties
 */
export function stillGrows(series: readonly TimeSeries[], until: number): boolean {
  const { time, value: all } = series.find(({ name }) => name === 'numberInSystem') ?? {
    time: [],
    value: [],
  };
  const value = all.filter((_, i) => time[i] <= until);
  const length = Math.floor(value.length / stretches);
  if (length === 0) return false;
  const means = Array.from({ length: stretches }, (_, i) => mean(value.slice(i * length, (i + 1) * length)));
  const early = mean(means.slice(0, stretches / 2));
  return trend(means) > certain && mean(means.slice(-stretches / 4)) > materially * early;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
