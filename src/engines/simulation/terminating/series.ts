import type { TimeSeries } from '../../../result/result.js';
import type { RunSpec } from '../../../scenario/type.js';
import { ratioInterval } from '../../../statistics/interval.js';
import { studentFactor } from '../../../statistics/student.js';
import { formatDuration } from '../../../units.js';
import { column } from '../ledger.js';
import type { Episode } from './episode.js';

type Column = keyof typeof column;

/** A series as a ratio of sums over each interval: 'time' divides by its length. */
const drawn = {
  arrivalRate: { numerators: ['arrivals'], denominator: 'time' },
  numberInSystem: { numerators: ['queueArea', 'busyArea'], denominator: 'time' },
  numberInQueue: { numerators: ['queueArea'], denominator: 'time' },
  attemptRate: { numerators: ['served', 'failed'], denominator: 'time' },
  throughput: { numerators: ['served'], denominator: 'time' },
  meanWait: { numerators: ['wait'], denominator: 'departures' },
  meanSojourn: { numerators: ['sojourn'], denominator: 'departures' },
} as const satisfies Partial<
  Record<TimeSeries['name'], { numerators: readonly Column[]; denominator: Column | 'time' }>
>;

/**
 * What went on in the system over time: interval by interval the mean over the runs, with the interval of the mean.
 *
 * @param absent measures that the system cannot show
 */
export function seriesOf(
  episodes: readonly Episode[],
  { duration, confidence }: { duration: number; confidence: RunSpec['confidence'] },
  absent: readonly string[],
): TimeSeries[] {
  const count = episodes[0].intervals.length;
  const length = duration / count;
  const factor = studentFactor(confidence, episodes.length - 1);
  const about = `simulated, the mean of the ${formatDuration(length)} that follow, over ${episodes.length} runs`;
  return (Object.keys(drawn) as (keyof typeof drawn)[])
    .filter(name => !absent.some(one => one === name || one === alias[name]))
    .flatMap((name): TimeSeries[] => {
      const { numerators, denominator } = drawn[name];
      const series = {
        time: [] as number[],
        value: [] as number[],
        low: [] as number[],
        high: [] as number[],
      };
      for (let i = 0; i < count; i++) {
        const whole = episodes.map(({ intervals }) => intervals[i][intervals[i].length - 1]);
        const sums = {
          replications: episodes.length,
          batches: 1,
          numerator: whole.map(sum => numerators.reduce((total, one) => total + sum[column[one]], 0)),
          denominator: whole.map(sum => (denominator === 'time' ? length : sum[column[denominator]])),
        };
        const interval = ratioInterval(sums, factor);
        if (interval === undefined) continue;
        series.time.push(i * length);
        series.value.push(interval.value);
        // None of them can be less than nothing.
        series.low.push(Math.max(0, interval.low));
        series.high.push(interval.high);
      }
      return series.time.length > 0 ? [{ name, about, ...series }] : [];
    });
}

/** The measure of the whole run without which there is no series either. */
const alias: Readonly<Partial<Record<keyof typeof drawn, string>>> = { numberInQueue: 'meanNumberInQueue' };
