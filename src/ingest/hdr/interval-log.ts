import hdr from 'hdr-histogram-js';
import { IngestError } from '../problem.js';
import { eachNumbered } from '../rows/lines-of.js';

const line = /^(?:Tag=([^,]*),)?([\d.]+),([\d.]+),([\d.]+),([A-Za-z0-9+/=]+)$/;
/** The writer puts the longest time in milliseconds beside nanoseconds, unless it is told otherwise. */
const usualRatio = 1e6;
const year = 365 * 86_400;

/** What an interval log holds of one thing. */
export interface IntervalLog {
  /** How often each value was recorded, in units that the log does not name; the values grow. */
  readonly values: readonly { readonly value: number; readonly count: number }[];
  /** Seconds since 1970, and seconds of each interval. */
  readonly intervals: readonly { readonly start: number; readonly length: number; readonly count: number }[];
  /** Whether the longest times stand beside the histograms as milliseconds do beside nanoseconds. */
  readonly inNanoseconds: boolean;
}

/** Whether a line is one of an interval log. */
export const isInterval = (text: string): boolean =>
  text.startsWith('#[Histogram log format') || (line.exec(text)?.[5] ?? '').startsWith('HIST');

/**
 * Adds up the histograms of the intervals (HistogramLogWriter of HdrHistogram, formats 1.0 to 1.3).
 * @param tag of the thing that is meant; absent: there is one only
 * @throws IngestError with the line that is no interval, or the tags when there are several
 */
export function readIntervalLog(file: string, tag: string | undefined): IntervalLog {
  const counts = new Map<number, number>();
  const intervals: { start: number; length: number; count: number }[] = [];
  const tags = new Set<string>();
  let inNanoseconds = true;
  let base = 0;
  eachNumbered(file, (text, at) => {
    base = Number(/^#\[(?:Start|Base)Time:\s*([\d.]+)/.exec(text)?.[1] ?? base);
    if (text.startsWith('#') || text.startsWith('"')) return;
    const [, own = '', start, length, max, packed] = line.exec(text.trim()) ?? [];
    if (packed === undefined)
      throw new IngestError(`${file}:${at}: this is no interval; expected start,length,max,histogram`);
    tags.add(own);
    if (tag !== undefined && tag !== own) return;
    const recorded = unpacked(packed, `${file}:${at}`);
    for (const { value, count } of recorded) counts.set(value, (counts.get(value) ?? 0) + count);
    const longest = recorded[recorded.length - 1]?.value;
    // Where all times are 0 nothing is said of their unit.
    inNanoseconds &&= !longest || Math.abs(longest / (Number(max) * usualRatio) - 1) < 0.02;
    intervals.push({
      // Stamps far before the start of the log are counted from it.
      start: Number(start) + (Number(start) < base - year ? base : 0),
      length: Number(length),
      count: recorded.reduce((sum, { count }) => sum + count, 0),
    });
  });
  const list = [...tags].map(one => one || '(none)').join(', ');
  if (tag === undefined && tags.size > 1)
    throw new IngestError(
      `${file} has the histograms of ${tags.size} things; choose one by --label tag=...: ${list}`,
    );
  if (tag !== undefined && !tags.has(tag))
    throw new IngestError(
      `--label tag=${tag}: ${file} has no such histograms; there are ${list || 'none at all'}`,
    );
  const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
  if (values.length < 2)
    throw new IngestError(
      `${file}: the histograms hold ${values.length} different values; expected two or more`,
    );
  return { values, intervals, inNanoseconds };
}

/** Values that grow and their counts, each as exact as the histogram is. */
function unpacked(packed: string, place: string): { value: number; count: number }[] {
  try {
    const histogram = hdr.decodeFromCompressedBase64(packed, 64, false) as hdr.JsHistogram;
    const found: { value: number; count: number }[] = [];
    const values = histogram.recordedValuesIterator;
    values.reset();
    while (values.hasNext()) {
      const { valueIteratedTo, countAddedInThisIterationStep } = values.next();
      found.push({ value: valueIteratedTo, count: countAddedInThisIterationStep });
    }
    return found;
  } catch (error) {
    throw new IngestError(
      `${place}: the compressed histogram cannot be read (${error instanceof Error ? error.message : error}); expected one in the V2 encoding of HdrHistogram`,
    );
  }
}
