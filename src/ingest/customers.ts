import { eachLine } from '../traces/each-line.js';
import { cellsOf, separatorOf } from '../traces/lines.js';
import type { BadRow } from '../traces/trace.js';
import { whyUnreadable } from '../traces/unreadable.js';
import { durationIn, timeIn } from './cells.js';
import { type Columns, columnsIn, type Role } from './columns.js';
import { IngestError } from './problem.js';

/** What a row tells of a customer; seconds, times by any clock. */
export interface Customer {
  readonly arrived?: number;
  readonly started?: number;
  readonly finished?: number;
  readonly service?: number;
}

/** What was read, and what could not be. */
export interface Reading {
  readonly columns: Columns;
  readonly rows: number;
  readonly badCount: number;
  /** The first of them. */
  readonly bad: readonly BadRow[];
}

const mostTold = 10;

/**
 * Hands over the customers of a CSV or NDJSON file one by one, in constant memory.
 * @param take says what is wrong with the customer; undefined: nothing
 * @throws IngestError when the file cannot be read, or holds no column of times
 */
export function eachCustomer(
  file: string,
  mapped: Columns,
  take: (customer: Customer) => string | undefined,
): Reading {
  let line = 0;
  let rows = 0;
  let badCount = 0;
  const bad: BadRow[] = [];
  let columns: Columns | undefined;
  let read: ((text: string) => Partial<Record<Role, unknown>> | string) | undefined;
  const use = (text: string): void => {
    line++;
    if (text.trim() === '') return;
    if (read === undefined) {
      const json = text.trimStart().startsWith('{');
      const header = text.replace(/^\ufeff/, '').replace(/\r$/, '');
      const names = json
        ? keysOf(text, file, line)
        : cellsOf(header, separatorOf(header)).map(name => name.trim());
      columns = columnsIn(names, mapped, file);
      read = json ? jsonRows(columns) : csvRows(names, separatorOf(header), columns);
      if (!json) return;
    }
    rows++;
    const cells = read(text);
    const customer = typeof cells === 'string' ? cells : customerOf(cells, columns as Columns);
    const problem = typeof customer === 'string' ? customer : take(customer);
    if (problem === undefined) return;
    badCount++;
    if (bad.length < mostTold) bad.push({ line, problem });
  };
  try {
    eachLine(file, use);
  } catch (error) {
    if (error instanceof IngestError || !(error instanceof Error && 'code' in error)) throw error;
    throw new IngestError(`${file}: ${whyUnreadable(error)}`);
  }
  if (columns === undefined) throw new IngestError(`${file} is empty; expected a header and rows, or NDJSON`);
  return { columns, rows, badCount, bad };
}

function keysOf(text: string, file: string, line: number): string[] {
  try {
    return Object.keys(JSON.parse(text));
  } catch {
    throw new IngestError(`${file}:${line}: this is no JSON object`);
  }
}

function csvRows(names: readonly string[], separator: string, columns: Columns) {
  const places = Object.entries(columns).map(([role, { column }]) => [role, names.indexOf(column)] as const);
  return (text: string) => {
    const cells = cellsOf(text.endsWith('\r') ? text.slice(0, -1) : text, separator);
    if (cells.length !== names.length)
      return `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, where the header has ${names.length}`;
    const found: Partial<Record<Role, unknown>> = {};
    for (const [role, place] of places) found[role as Role] = cells[place];
    return found;
  };
}

const jsonRows = (columns: Columns) => (text: string) => {
  let row: Readonly<Record<string, unknown>>;
  try {
    row = JSON.parse(text);
  } catch {
    return 'this is no JSON object';
  }
  return Object.fromEntries(Object.entries(columns).map(([role, { column }]) => [role, row[column]]));
};

function customerOf(cells: Partial<Record<Role, unknown>>, columns: Columns): Customer | string {
  const customer: Partial<Record<Role, number>> = {};
  for (const [role, source] of Object.entries(columns) as [Role, { column: string }][]) {
    const value = (role === 'service' ? durationIn : timeIn)(cells[role], source.column, source);
    if (typeof value === 'string') return value;
    customer[role] = value;
  }
  const { arrived, started, finished } = customer;
  if (arrived !== undefined && started !== undefined && started < arrived)
    return `it started ${arrived - started} s before it arrived`;
  const begin = started ?? arrived;
  if (begin !== undefined && finished !== undefined && finished < begin)
    return `it finished ${begin - finished} s before it ${started === undefined ? 'arrived' : 'started'}`;
  return customer;
}
