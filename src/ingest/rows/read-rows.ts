import type { BadRow } from '../../traces/trace.js';
import { type Customer, contradiction } from './customer.js';
import { InOrder } from './in-order.js';

/** A log with a row for each customer; it can be read more than once. */
export interface RowSource {
  /** Reads the whole file: what each row tells, or what is wrong with it. */
  readonly each: (use: (row: Customer | BadRow) => void) => void;
  /** Which column or field told what, after it was read. */
  readonly from: () => string;
  /** What was taken for granted, in words, after it was read. */
  readonly notes?: () => readonly string[];
}

/** What was read, and what could not be. */
export interface Reading {
  readonly from: string;
  readonly notes: readonly string[];
  readonly rows: number;
  readonly badCount: number;
  /** The first of them. */
  readonly bad: readonly BadRow[];
}

const mostTold = 10;

/**
 * Hands over the customers of a log one by one, in the order of their times and in constant memory.
 * @throws IngestError when the file cannot be read, or holds nothing of what was expected
 */
export function readRows(source: RowSource, take: (customer: Customer) => void): Reading {
  let rows = 0;
  let badCount = 0;
  const bad: BadRow[] = [];
  const complain = (row: BadRow): void => {
    badCount++;
    if (bad.length < mostTold) bad.push(row);
  };
  const order = new InOrder(take);
  source.each(row => {
    rows++;
    if ('problem' in row) return complain(row);
    const problem = contradiction(row) ?? order.add(row);
    if (problem !== undefined) complain({ line: row.line, problem });
  });
  order.end();
  const notes = source.notes?.() ?? [];
  const moved = `${order.moved} rows did not stand in the order of their times and were put into it`;
  return {
    from: source.from(),
    notes: order.moved > 0 ? [...notes, moved] : notes,
    rows,
    badCount,
    bad,
  };
}
