import { type Cells, serviceOf, timeOf } from './cells.js';
import { Column } from './column.js';
import { csvLines, jsonLine, type LineReader } from './lines.js';
import { type BadRow, type Trace, TraceError } from './trace.js';

/** So many bad rows are told; the rest are counted. */
const mostTold = 10;
/** A row takes 16 bytes or a little more. */
const mostRows = 10_000_000;

/** Makes a trace of the lines of a CSV or NDJSON file, handed over one by one. */
export class TraceReader {
  private readonly file: string;
  private readonly times = new Column();
  private readonly services = new Column();
  private readonly classes: string[] = [];
  private readonly names = new Map<string, string>();
  private readonly bad: BadRow[] = [];
  private badCount = 0;
  private line = 0;
  private lastGood = 0;
  private blank = 0;
  private read: LineReader | undefined;

  constructor(file: string) {
    this.file = file;
  }

  add(text: string): void {
    this.line++;
    if (text.trim() === '') {
      this.blank++;
      return;
    }
    // Blank lines are wrong between rows, not before them or at the end.
    if (this.read !== undefined)
      for (let i = this.blank; i > 0; i--) this.complain(this.line - i, 'an empty line');
    this.blank = 0;
    if (this.read !== undefined) this.row(text);
    else if (text.trimStart().startsWith('{')) {
      this.read = jsonLine;
      this.row(text);
    } else this.header(text);
  }

  /** @throws TraceError when a row is bad, or there are fewer than two */
  done(): Trace {
    const { times, services, classes } = this;
    if (this.badCount === 0 && times.length < 2)
      this.complain(Math.max(1, this.line), 'the file ends here: expected two rows or more');
    if (this.badCount === 0 && times.all()[0] === times.last())
      this.complain(this.lastGood, 'every row has the same time');
    if (this.badCount > 0) throw new TraceError(this.file, this.bad, this.badCount);
    const all = times.all();
    const [first] = all;
    return {
      times: all.map(time => time - first),
      ...(services.length > 0 && { services: services.all() }),
      ...(classes.length > 0 && { classes }),
    };
  }

  private header(text: string): void {
    const reader = csvLines(text.replace(/^\ufeff/, ''));
    if (typeof reader !== 'string') this.read = reader;
    else {
      // Nothing below can be read.
      this.read = () => reader;
      this.complain(this.line, reader);
      this.read = undefined;
      throw new TraceError(this.file, this.bad, this.badCount);
    }
  }

  private row(text: string): void {
    const cells = (this.read as LineReader)(text);
    const problem = typeof cells === 'string' ? cells : this.take(cells);
    if (problem !== undefined) this.complain(this.line, problem);
    else this.lastGood = this.line;
  }

  /** What is wrong with the row; undefined when it has been taken. */
  private take(cells: Cells): string | undefined {
    const { times, services, classes } = this;
    const time = timeOf(cells.time);
    if ('problem' in time) return time.problem;
    const last = times.last();
    if (last !== undefined && time.value < last)
      return `the time is ${time.value}, before the ${last} of line ${this.lastGood}: expected times in order`;
    const isFirst = last === undefined;
    let service: number | undefined;
    if (isFirst ? cells.service !== undefined : services.length > 0) {
      const found = serviceOf(cells.service);
      if ('problem' in found) return found.problem;
      service = found.value;
    }
    if (isFirst ? cells.class !== undefined : classes.length > 0) {
      if (cells.class === undefined || cells.class === null || cells.class === '')
        return 'the class is missing';
      classes.push(this.nameOf(String(cells.class)));
    }
    if (times.length === mostRows)
      throw new TraceError(this.file, [{ line: this.line, problem: `more than ${mostRows} rows` }], 1);
    times.push(time.value);
    if (service !== undefined) services.push(service);
    return undefined;
  }

  /** One text for each class, not one for each row. */
  private nameOf(text: string): string {
    const name = this.names.get(text) ?? text;
    this.names.set(name, name);
    return name;
  }

  private complain(line: number, problem: string): void {
    this.badCount++;
    if (this.bad.length < mostTold) this.bad.push({ line, problem });
  }
}
