import { sharesOf } from '../buckets/buckets.js';
import { IngestError } from '../problem.js';
import { eachNumbered } from '../rows/lines-of.js';
import { unitNames } from '../rows/named-unit.js';
import type { Format } from './format.js';

const header = /^\s*"?Value"?[\s,]+"?Percentile"?[\s,]+"?TotalCount"?[\s,]+"?1\/\(1-Percentile\)"?/;
const row = /^\s*([\d.]+)[\s,]+([\d.]+)[\s,]+(\d+)(?:[\s,]+(?:[\d.]+|inf|Infinity))?\s*$/i;

/** The table of percentiles that HdrHistogram prints, and with it wrk2 and others. */
export const hdrPercentiles: Format = {
  name: 'hdr-percentiles',
  about:
    'the table of percentiles of HdrHistogram (outputPercentileDistribution), as wrk2 and others print it',
  shows: 'Value Percentile TotalCount 1/(1-Percentile)',
  recognises: ({ lines }) => lines.slice(0, 200).some(line => header.test(line)),
  uses: ['unit'],
  open: (file, { unit }) => {
    if (unit === undefined)
      throw new IngestError(
        `${file}: the table does not say its unit; say it: --unit ${unitNames.join(', --unit ')} (wrk2 prints ms)`,
      );
    const rows: { value: number; count: number; line: number }[] = [];
    let [mean, longest, inTable]: [number | undefined, number | undefined, boolean] = [
      undefined,
      undefined,
      false,
    ];
    eachNumbered(file, (text, line) => {
      if (header.test(text)) inTable = true;
      else if (text.trimStart().startsWith('#[')) {
        mean ??= numberAfter('Mean', text);
        longest ??= numberAfter('Max', text);
        if (/Max\s*=/.test(text)) inTable = false;
      } else if (inTable) {
        const [, value, , count] = row.exec(text) ?? [];
        if (value === undefined)
          throw new IngestError(
            `${file}:${line}: this is no row of the table; expected value, percentile and count`,
          );
        rows.push({ value: Number(value), count: Number(count), line });
      }
    });
    // Each value ends the bucket of those above the value before.
    const steps = rows.filter(({ value }, i) => value !== rows[i + 1]?.value && value > 0);
    const wrong = steps.find(
      ({ value, count }, i) => i > 0 && (value < steps[i - 1].value || count < steps[i - 1].count),
    );
    if (wrong) throw new IngestError(`${file}:${wrong.line}: expected values and counts that grow`);
    if (steps.length < 2)
      throw new IngestError(`${file}: the table has ${steps.length} different values; expected two or more`);
    const count = steps[steps.length - 1].count;
    return {
      summary: {
        from: `${steps.length} values of the table`,
        notes: ['unit: as told by --unit'],
        customers: count,
        buckets: {
          edges: steps.slice(0, -1).map(({ value }) => value * unit),
          shares: sharesOf(steps.map((step, i) => step.count - (steps[i - 1]?.count ?? 0))),
          count,
          ...(mean !== undefined && { mean: mean * unit }),
          longest: (longest ?? steps[steps.length - 1].value) * unit,
        },
      },
    };
  },
};

function numberAfter(name: string, text: string): number | undefined {
  const [, number] = new RegExp(`\\b${name}\\s*=\\s*([\\d.]+)`).exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}
