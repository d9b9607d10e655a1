import { cellsOf, separatorOf } from '../../traces/lines.js';
import type { BadRow } from '../../traces/trace.js';
import { IngestError } from '../problem.js';
import { areCounts, columnsIn } from '../rows/columns.js';
import { asObject } from '../rows/json.js';
import { eachNumbered } from '../rows/lines-of.js';
import { RowReader } from '../rows/row-reader.js';
import type { Format, ReadOptions } from './format.js';

interface Stretch {
  readonly time: number;
  readonly count: number;
  readonly service?: number;
  readonly line: number;
}

/** Counts by the hour, or by another stretch of time. */
export const counts: Format = {
  name: 'counts',
  about:
    'a table of counts in CSV: the beginning of each hour (or minute, or day), how many came, their mean service',
  shows: 'a first line with columns such as hour,count',
  recognises: ({ lines: [first = ''] }, { columns }) => areCounts(namesIn(first), columns),
  uses: ['columns'],
  open: (file, options) => {
    const { stretches, bad, from } = read(file, options);
    const width = widthOf(stretches, file);
    const places = stretches.map(({ time }) => Math.round((time - stretches[0].time) / width));
    const all = new Array<number>(places[places.length - 1] + 1).fill(0);
    stretches.forEach(({ count }, i) => {
      all[places[i]] = count;
    });
    const customers = all.reduce((sum, count) => sum + count, 0);
    if (!(customers > 0)) throw new IngestError(`${file}: every count is 0`);
    const timed = stretches.filter(({ service }) => service !== undefined);
    const inThem = timed.reduce((sum, { count }) => sum + count, 0);
    const missing = all.length - stretches.length;
    return {
      summary: {
        from,
        notes: missing > 0 ? [`${missing} of ${all.length} stretches have no row: taken as nobody`] : [],
        customers,
        rate: customers / (all.length * width),
        span: all.length * width,
        counts: { start: stretches[0].time, width, counts: all },
        ...(inThem > 0 && {
          meanService: timed.reduce((sum, { service = 0, count }) => sum + service * count, 0) / inThem,
        }),
        rows: stretches.length + bad.length,
        bad,
      },
    };
  },
};

function read(file: string, { columns: mapped }: ReadOptions) {
  const stretches: Stretch[] = [];
  const bad: BadRow[] = [];
  let reader: RowReader<string> | undefined;
  let header: readonly string[] = [];
  eachNumbered(file, (text, line) => {
    const object = asObject(text);
    if (reader === undefined) {
      header = namesIn(text);
      reader = new RowReader(columnsIn(header, mapped, `${file}:${line}`), name => name);
      if (object === undefined) return;
    }
    const cells = object ?? cellsByName(text, header);
    const row = reader.read(name => cells[name], line);
    if ('problem' in row) {
      bad.push(row);
      return;
    }
    const { arrived: time, count, service } = row;
    if (time === undefined || count === undefined)
      throw new IngestError(
        `${file}:1: expected a column of times and one of counts: --map arrived=...,count=...`,
      );
    stretches.push({ time, count, line, ...(service !== undefined && { service }) });
  });
  return { stretches: stretches.sort((a, b) => a.time - b.time), bad, from: reader?.told() ?? '' };
}

/** Seconds of a stretch: the shortest step between two rows, of which all others are multiples. */
function widthOf(stretches: readonly Stretch[], file: string): number {
  if (stretches.length < 2)
    throw new IngestError(`${file} has ${stretches.length} counts that can be read; expected two or more`);
  const steps = stretches.slice(1).map(({ time, line }, i) => ({ step: time - stretches[i].time, line }));
  const width = Math.min(...steps.map(({ step }) => step));
  const uneven = steps.find(({ step }) => Math.abs(step / width - Math.round(step / width)) > 0.01);
  if (width === 0) {
    const { line } = steps.find(({ step }) => step === 0) as (typeof steps)[0];
    throw new IngestError(`${file}:${line}: this stretch has two rows; expected one count for each`);
  }
  if (uneven)
    throw new IngestError(
      `${file}:${uneven.line}: ${uneven.step} s after the row before, where the shortest step is ${width} s; expected equal stretches of time`,
    );
  return width;
}

/** Of columns, or of the members of a JSON object. */
function namesIn(first: string): string[] {
  const object = asObject(first);
  return object ? Object.keys(object) : cellsOf(first, separatorOf(first)).map(name => name.trim());
}

function cellsByName(text: string, header: readonly string[]): Readonly<Record<string, unknown>> {
  const cells = cellsOf(text, separatorOf(text));
  return Object.fromEntries(header.map((name, i) => [name, cells[i]]));
}
