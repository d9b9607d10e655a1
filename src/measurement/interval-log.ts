import hdr from 'hdr-histogram-js';
import type { ServiceKind } from '../scenario/type.js';
import type { Observations } from './observation.js';
import { pathOf, servedOf } from './path.js';

/** Of three figures, as HdrHistogram counts; nanoseconds hold them from a microsecond to hours. */
const figures = 3;
const nanoseconds = 1e9;
/** Beside a histogram in nanoseconds its longest time stands in milliseconds. */
const nanosecondsPerMillisecond = 1e6;

interface Tag {
  readonly name: string;
  readonly about: string;
}

const tags = [
  { name: 'sojourn', about: 'from the intended sending to the end of service' },
  { name: 'wait', about: 'from the intended sending to the start of service' },
  {
    name: 'sojourn-from-sent',
    about: 'the same from the moment it was really sent, so without its lateness',
  },
  { name: 'wait-from-sent', about: 'the same from the moment it was really sent, so without its lateness' },
] as const satisfies readonly Tag[];

/**
 * The times of a live run as an interval log of HdrHistogram (format 1.3, V2 compressed histograms): for every second the
 * messages whose services ended in it, in nanoseconds, under a tag for each time. Times are never corrected afterwards: they
 * were taken from the schedule, and those from the real sending stand beside them.
 *
 * @param startedAt when the run began, as a date of ISO 8601
 */
export function encodeIntervalLog(
  observations: Observations,
  service: ServiceKind,
  startedAt: string,
): string {
  const times = timesOf(observations, service);
  const began = (Date.parse(startedAt) / 1000).toFixed(3);
  const end = times.finish.reduce((latest, time) => Math.max(latest, time), 0);
  const lines = [
    '#[Histogram log format version 1.3]',
    `#[StartTime: ${began} (seconds since epoch), ${startedAt}]`,
    `#[BaseTime: ${began} (seconds since epoch)]`,
    ...tags.map(({ name, about }) => `#${name}: nanoseconds ${about}`),
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
  ];
  const members = bySecond(times.finish, end);
  for (const [second, among] of members.entries()) {
    const length = Math.min(1, end - second);
    for (const { name } of tags) lines.push(interval(name, second, length, among, times[name]));
  }
  return `${lines.join('\n')}\n`;
}

type Times = Readonly<Record<(typeof tags)[number]['name'] | 'finish', Float64Array>>;

function timesOf(observations: Observations, service: ServiceKind): Times {
  const served = servedOf(observations).sort((a, b) => observations.intended[a] - observations.intended[b]);
  const { arrival, serviceStart, finish } = pathOf(observations, service, served);
  const sent = Float64Array.from(served, i => observations.sent[i]);
  return {
    finish,
    sojourn: since(arrival, finish),
    wait: since(arrival, serviceStart),
    'sojourn-from-sent': since(sent, finish),
    'wait-from-sent': since(sent, serviceStart),
  };
}

/** A virtual service begins where the model has it, which may be before its message was sent: nobody waited then. */
const since = (begin: Float64Array, end: Float64Array): Float64Array =>
  end.map((time, i) => Math.max(0, time - begin[i]));

/** The places of those who left in each second; one that nobody left in stands there, too. */
function bySecond(finish: Float64Array, end: number): number[][] {
  const members = Array.from({ length: Math.ceil(end) }, (): number[] => []);
  for (const [i, time] of finish.entries()) members[Math.min(members.length - 1, Math.floor(time))].push(i);
  return members;
}

function interval(
  tag: string,
  second: number,
  length: number,
  among: readonly number[],
  times: Float64Array,
): string {
  const histogram = hdr.build({ bitBucketSize: 32, numberOfSignificantValueDigits: figures });
  let longest = 0;
  for (const i of among) {
    const time = Math.round(times[i] * nanoseconds);
    longest = Math.max(longest, time);
    histogram.recordValue(time);
  }
  const packed = hdr.encodeIntoCompressedBase64(histogram);
  const max = (longest / nanosecondsPerMillisecond).toFixed(6);
  return `Tag=${tag},${second.toFixed(3)},${length.toFixed(3)},${max},${packed}`;
}
