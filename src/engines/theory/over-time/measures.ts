import type { TimeSeries } from '../../../result/result.js';
import { formatDuration } from '../../../units.js';
import type { Answer, Source, Value } from '../model.js';
import type { StationCase } from '../stations/case.js';
import type { Passed } from './station.js';

/** Not where everybody present is served. */
const waits = ({ discipline }: StationCase): boolean => !['ps', 'limited-ps'].includes(discipline);

/** Averages over a time in which all this passed. */
export function averages(
  given: StationCase,
  passed: Passed,
  seconds: number,
  source: Source,
): Answer['measures'] {
  const value = (number: number): Value => ({ value: number, source });
  return {
    throughput: value(passed.served / seconds),
    ...(passed.ready > 0 && { utilisation: value(passed.busy / passed.ready) }),
    ...(waits(given) && { meanNumberInQueue: value(passed.queue / seconds) }),
    meanNumberInSystem: value(passed.present / seconds),
    ...(given.station.schedule && { meanServers: value(passed.ready / seconds) }),
    ...(Number.isFinite(given.capacity) && { probabilityOfLoss: value(passed.lost / passed.come) }),
  };
}

export interface OfCycle {
  readonly cycle: number;
  readonly source: Source;
  /** What other approximations say of the mean number of customers; none where it is exact. */
  readonly others: readonly number[];
}

/** The same over a cycle that is repeated for ever, and by it the averages over customers. */
export function overCustomers(
  given: StationCase,
  passed: Passed,
  { cycle, source, others }: OfCycle,
): Answer['measures'] {
  const accepted = passed.come - passed.lost;
  const byTime = averages(given, passed, cycle, source);
  const value = (number: number): Value => ({ value: number, source });
  const present = passed.present / cycle;
  const least = Math.min(present, ...others) - present;
  const most = Math.max(present, ...others) - present;
  /** What a difference in the number of customers makes of it. */
  const between = (each: Value | undefined, customers: number): Value | undefined =>
    each && others.length > 0
      ? { ...each, between: { low: each.value + least * customers, high: each.value + most * customers } }
      : each;
  const eachWaits = cycle / accepted;
  const { meanNumberInQueue, meanNumberInSystem, ...rest } = byTime;
  const known = {
    meanNumberInQueue: between(meanNumberInQueue, 1),
    meanNumberInSystem: between(meanNumberInSystem, 1),
    ...(waits(given) && {
      meanWait: between(value(passed.queue / accepted), eachWaits),
      probabilityOfWait: value(passed.wait / accepted),
    }),
    meanSojourn: between(value(passed.present / accepted), eachWaits),
    meanService: { ...value(given.service.mean), exact: true },
  };
  return { ...rest, ...Object.fromEntries(Object.entries(known).filter(([, each]) => each !== undefined)) };
}

export function seriesOf(given: StationCase, path: readonly Passed[], duration: number): TimeSeries[] {
  const length = duration / path.length;
  const series = (name: TimeSeries['name'], of: (passed: Passed) => number): TimeSeries => ({
    name,
    about: `the mean of the ${formatDuration(length)} that follow, by theory`,
    time: path.map((_, k) => k * length),
    value: path.map(passed => of(passed) / length),
  });
  return [
    series('arrivalRate', ({ come }) => come),
    series('numberInSystem', ({ present }) => present),
    ...(waits(given) ? [series('numberInQueue', ({ queue }) => queue)] : []),
    series('throughput', ({ served }) => served),
  ];
}
