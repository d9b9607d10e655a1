import { sharesOf } from '../buckets/buckets.js';
import { isInterval, readIntervalLog } from '../hdr/interval-log.js';
import { IngestError } from '../problem.js';
import { unitNames } from '../rows/named-unit.js';
import type { Format } from './format.js';

const nanosecond = 1e-9;
/** So many buckets are enough to tell every law apart. */
const most = 200;

/** The log of intervals that HistogramLogWriter writes, with a compressed histogram in each line. */
export const hdrLog: Format = {
  name: 'hdr-log',
  about: 'an interval log of HdrHistogram (.hlog), with a compressed histogram for each stretch of time',
  shows:
    '#[Histogram log format version ...], or lines of start, length, max and a text that begins with HIST',
  recognises: ({ lines }) => lines.slice(0, 10).some(isInterval),
  uses: ['unit', 'labels'],
  open: (file, { unit, labels }) => {
    const { values, intervals, inNanoseconds } = readIntervalLog(file, labels.tag);
    if (unit === undefined && !inNanoseconds)
      throw new IngestError(
        `${file}: the longest times beside the histograms are not a millionth of theirs, so they are no nanoseconds; say the unit of the histograms: --unit ${unitNames.join(', --unit ')}`,
      );
    const scale = unit ?? nanosecond;
    const told = 'ns, for the longest times stand beside them in what is then ms (--unit says otherwise)';
    const total = values.reduce((sum, { count }) => sum + count, 0);
    const span = intervals.reduce((sum, { length }) => sum + length, 0);
    const [{ start, length: width }] = intervals;
    const even = intervals.every(({ length }) => Math.abs(length - width) < 0.02 * width);
    const steps = coarser(values, total);
    return {
      summary: {
        from: `${intervals.length} intervals, added up`,
        notes: [
          `unit: ${unit === undefined ? told : 'as told by --unit'}`,
          'customers are counted in the interval in which they were recorded, most often as they leave',
        ],
        customers: total,
        rate: total / span,
        span,
        ...(even && { counts: { start, width, counts: intervals.map(({ count }) => count) } }),
        buckets: {
          edges: steps.slice(0, -1).map(({ value }) => value * scale),
          shares: sharesOf(steps.map(({ count }) => count)),
          count: total,
          mean: (values.reduce((sum, { value, count }) => sum + value * count, 0) / total) * scale,
          longest: values[values.length - 1].value * scale,
        },
      },
    };
  },
};

/** Neighbours joined until there are few: none holds much more than its part. */
function coarser(values: readonly { value: number; count: number }[], total: number) {
  const joined: { value: number; count: number }[] = [];
  let count = 0;
  values.forEach((step, i) => {
    count += step.count;
    if (count < total / most && i < values.length - 1) return;
    joined.push({ value: step.value, count });
    count = 0;
  });
  return joined;
}
