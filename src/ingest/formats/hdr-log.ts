import hdr from 'hdr-histogram-js';
import { sharesOf } from '../buckets/buckets.js';
import { IngestError } from '../problem.js';
import { eachNumbered } from '../rows/lines-of.js';
import { unitNames } from '../rows/named-unit.js';
import type { Format } from './format.js';

const interval = /^(?:Tag=([^,]*),)?([\d.]+),([\d.]+),([\d.]+),([A-Za-z0-9+/=]+)$/;
const nanosecond = 1e-9;
/** The writer puts the longest time in milliseconds beside nanoseconds, unless it is told otherwise. */
const usualRatio = 1e6;
const year = 365 * 86_400;
/** So many buckets are enough to tell every law apart. */
const most = 200;

/** The log of intervals that HistogramLogWriter writes, with a compressed histogram in each line. */
export const hdrLog: Format = {
  name: 'hdr-log',
  about: 'an interval log of HdrHistogram (.hlog), with a compressed histogram for each stretch of time',
  shows:
    '#[Histogram log format version ...], or lines of start, length, max and a text that begins with HIST',
  recognises: ({ lines }) =>
    lines
      .slice(0, 10)
      .some(
        line =>
          line.startsWith('#[Histogram log format') || (interval.exec(line)?.[5] ?? '').startsWith('HIST'),
      ),
  uses: ['unit', 'labels'],
  open: (file, { unit, labels }) => {
    const counts = new Map<number, number>();
    const starts: number[] = [];
    const perInterval: { length: number; count: number }[] = [];
    const tags = new Set<string>();
    let usual = true;
    let base = 0;
    eachNumbered(file, (text, line) => {
      base = Number(/^#\[(?:Start|Base)Time:\s*([\d.]+)/.exec(text)?.[1] ?? base);
      if (text.startsWith('#') || text.startsWith('"')) return;
      const [, tag = '', start, length, max, packed] = interval.exec(text.trim()) ?? [];
      if (packed === undefined)
        throw new IngestError(`${file}:${line}: this is no interval; expected start,length,max,histogram`);
      tags.add(tag);
      if (labels.tag !== undefined && labels.tag !== tag) return;
      const histogram = decoded(packed, `${file}:${line}`);
      for (const { value, count } of histogram) counts.set(value, (counts.get(value) ?? 0) + count);
      const longest = Math.max(...histogram.map(({ value }) => value));
      usual &&= histogram.length === 0 || Math.abs(longest / (Number(max) * usualRatio) - 1) < 0.02;
      // Stamps far before the start of the log are counted from it.
      starts.push(Number(start) + (Number(start) < base - year ? base : 0));
      perInterval.push({
        length: Number(length),
        count: histogram.reduce((sum, { count }) => sum + count, 0),
      });
    });
    if (labels.tag === undefined && tags.size > 1)
      throw new IngestError(
        `${file} has the histograms of ${tags.size} things; choose one by --label tag=...: ${[...tags].map(tag => tag || '(none)').join(', ')}`,
      );
    const values = [...counts.keys()].sort((a, b) => a - b);
    const total = perInterval.reduce((sum, { count }) => sum + count, 0);
    if (values.length < 2)
      throw new IngestError(
        `${file}: the histograms hold ${values.length} different values; expected two or more`,
      );
    if (unit === undefined && !usual)
      throw new IngestError(
        `${file}: the longest times beside the histograms are not a millionth of theirs, so they are no nanoseconds; say the unit of the histograms: --unit ${unitNames.join(', --unit ')}`,
      );
    const scale = unit ?? nanosecond;
    const steps = coarser(
      values.map(value => ({ value: value * scale, count: counts.get(value) ?? 0 })),
      total,
    );
    const span = perInterval.reduce((sum, { length }) => sum + length, 0);
    const width = perInterval[0].length;
    const even = perInterval.every(({ length }) => Math.abs(length - width) < 0.02 * width);
    return {
      summary: {
        from: `${perInterval.length} intervals, added up`,
        notes: [
          `unit: ${unit === undefined ? 'ns, for the longest times stand beside them in what is then ms (--unit says otherwise)' : 'as told by --unit'}`,
          'customers are counted in the interval in which they were recorded, most often as they leave',
        ],
        customers: total,
        rate: total / span,
        span,
        ...(even && { counts: { start: starts[0], width, counts: perInterval.map(({ count }) => count) } }),
        buckets: {
          edges: steps.slice(0, -1).map(({ value }) => value),
          shares: sharesOf(steps.map(({ count }) => count)),
          count: total,
          mean: values.reduce((sum, value) => sum + value * scale * (counts.get(value) ?? 0), 0) / total,
          longest: values[values.length - 1] * scale,
        },
      },
    };
  },
};

/** Values and their counts, each as exact as the histogram is. */
function decoded(packed: string, place: string): { value: number; count: number }[] {
  try {
    const histogram = hdr.decodeFromCompressedBase64(packed, 64, false);
    const found: { value: number; count: number }[] = [];
    const values = (histogram as hdr.JsHistogram).recordedValuesIterator;
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

/** Neighbours joined until there are few: none holds much more than its part. */
function coarser(steps: readonly { value: number; count: number }[], total: number) {
  const joined: { value: number; count: number }[] = [];
  let count = 0;
  steps.forEach((step, i) => {
    count += step.count;
    if (count < total / most && i < steps.length - 1) return;
    joined.push({ value: step.value, count });
    count = 0;
  });
  return joined;
}
