import type { Result, TimeSeries } from '../../result/result.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import type { Study } from '../../study/study.js';

/** The study with the servers that the arrivals would keep busy, beside their rate over time: at one station. */
export const withNeededServers = (study: Study): Study => ({
  ...study,
  results: study.results.map(result => ({
    ...result,
    series: [...(result.series ?? []), ...needed(result)],
  })),
});

function needed({ scenario, series = [] }: Result): TimeSeries[] {
  const loads = Object.values(offeredLoad(scenario));
  const arrivals = series.find(({ name }) => name === 'arrivalRate');
  if (loads.length !== 1 || !arrivals) return [];
  const [{ arrivalRate, erlangs }] = loads;
  if (erlangs === undefined || arrivalRate === 0) return [];
  const each = (values: readonly number[]) => values.map(rate => (rate * erlangs) / arrivalRate);
  const { low: _, high: __, ...rest } = arrivals;
  return [{ ...rest, name: 'serversNeeded', value: each(arrivals.value) }];
}
