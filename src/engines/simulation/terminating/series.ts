import type { TimeSeries } from '../../../result/result.js';
import type { Scenario } from '../../../scenario/type.js';
import { ratioInterval } from '../../../statistics/interval.js';
import { studentFactor } from '../../../statistics/student.js';
import { formatDuration } from '../../../units.js';
import { column } from '../ledger.js';
import type { Episode } from './episode.js';

type Column = keyof typeof column;

/** A series as a ratio of sums over each interval: 'time' divides by its length. */
interface Drawn {
  readonly name: TimeSeries['name'];
  readonly numerators: readonly Column[];
  readonly denominator: Column | 'time';
}

/** Of the whole system. */
const ofSystem: readonly Drawn[] = [
  { name: 'arrivalRate', numerators: ['arrivals'], denominator: 'time' },
  { name: 'numberInSystem', numerators: ['queueArea', 'busyArea'], denominator: 'time' },
  { name: 'numberInQueue', numerators: ['queueArea'], denominator: 'time' },
  { name: 'attemptRate', numerators: ['served', 'failed'], denominator: 'time' },
  { name: 'throughput', numerators: ['served'], denominator: 'time' },
  { name: 'meanWait', numerators: ['wait'], denominator: 'departures' },
  { name: 'meanSojourn', numerators: ['sojourn'], denominator: 'departures' },
];

/** The measure of the whole run without which there is no series either. */
const alias: Readonly<Partial<Record<TimeSeries['name'], string>>> = { numberInQueue: 'meanNumberInQueue' };

const busy: Drawn = { name: 'serversBusy', numerators: ['serversBusy'], denominator: 'time' };
const asked: Drawn = { name: 'serversAsked', numerators: ['serversAsked'], denominator: 'time' };

/** Of a station whose servers come and go: those that are there, those at work, those that were asked for. */
function ofServers({ schedule, autoscaling, whenIdle }: Scenario['stations'][string]): readonly Drawn[] {
  const there = (numerator: Column): Drawn => ({
    name: 'servers',
    numerators: [numerator],
    denominator: 'time',
  });
  if (autoscaling) return [there('serversReady'), busy, asked];
  if (schedule) return [there('serversReady'), busy];
  return whenIdle?.setUp ? [there('serversPaid'), busy] : [];
}

interface SeriesOptions {
  readonly scenario: Scenario;
  /** Seconds. */
  readonly duration: number;
  /** Measures that the system cannot show. */
  readonly absent: readonly string[];
}

/**
 * What went on over time: interval by interval the mean over the runs, with the interval of the mean. Of the whole
 * system, and of the servers of every station where they come and go.
 */
export function seriesOf(
  episodes: readonly Episode[],
  { scenario, duration, absent }: SeriesOptions,
): TimeSeries[] {
  const stations = Object.entries(scenario.stations);
  const { confidence } = scenario.run;
  const whole = episodes[0].intervals[0].length - 1;
  const told = ofSystem.filter(({ name }) => !absent.some(one => one === name || one === alias[name]));
  return [
    ...told.flatMap(drawn => oneOf(episodes, drawn, { place: whole, duration, confidence })),
    ...stations.flatMap(([station, spec], place) =>
      ofServers(spec)
        .flatMap(drawn => oneOf(episodes, drawn, { place, duration, confidence }))
        .map(series => (stations.length > 1 ? { ...series, station } : series)),
    ),
  ];
}

/** @param place of the station, or of the whole */
function oneOf(
  episodes: readonly Episode[],
  { name, numerators, denominator }: Drawn,
  { place, duration, confidence }: { place: number; duration: number; confidence: number },
): TimeSeries[] {
  const count = episodes[0].intervals.length;
  const length = duration / count;
  const factor = studentFactor(confidence, episodes.length - 1);
  const about = `simulated, the mean of the ${formatDuration(length)} that follow, over ${episodes.length} runs`;
  const series = { time: [] as number[], value: [] as number[], low: [] as number[], high: [] as number[] };
  for (let i = 0; i < count; i++) {
    const sums = episodes.map(({ intervals }) => intervals[i][place]);
    const interval = ratioInterval(
      {
        replications: episodes.length,
        batches: 1,
        numerator: sums.map(sum => numerators.reduce((total, one) => total + sum[column[one]], 0)),
        denominator: sums.map(sum => (denominator === 'time' ? length : sum[column[denominator]])),
      },
      factor,
    );
    if (interval === undefined) continue;
    series.time.push(i * length);
    series.value.push(interval.value);
    // None of them can be less than nothing.
    series.low.push(Math.max(0, interval.low));
    series.high.push(interval.high);
  }
  return series.time.length > 0 ? [{ name, about, ...series }] : [];
}
