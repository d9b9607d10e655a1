/** Requests as they were logged, in the order in which they came. */
export interface Trace {
  /** Seconds after the first row, by row. */
  readonly times: Float64Array;
  /** Seconds of service by row, where the file tells them. */
  readonly services?: Float64Array;
  /** By row, where the file tells them. */
  readonly classes?: readonly string[];
}

/** A row that cannot be used, and why. */
export interface BadRow {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

/** A file that is no trace: every bad row is counted, the first are told. */
export class TraceError extends Error {
  readonly bad: readonly BadRow[];

  constructor(file: string, bad: readonly BadRow[], count: number) {
    const rows = bad.map(({ line, problem }) => `\n  ${file}:${line}: ${problem}`).join('');
    const more = count > bad.length ? `\n  and ${count - bad.length} more` : '';
    super(`${file} has ${count === 1 ? 'a bad row' : `${count} bad rows`}${rows}${more}`);
    this.name = 'TraceError';
    this.bad = bad;
  }
}
