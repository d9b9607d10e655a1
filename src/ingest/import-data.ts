import type { ReadOptions } from './formats/format.js';
import { openData } from './formats/index.js';
import { inferFromRows } from './from-rows.js';
import { inferFromSummary } from './from-summary.js';
import type { Inferred } from './inferred.js';
import type { RowSource } from './rows/read-rows.js';

/** What data say, and the rows of customers that can be played again, where there are any. */
export interface Imported {
  readonly inferred: Inferred;
  readonly rows?: RowSource;
}

/**
 * Reads a file in any of the formats.
 * @param format its name; absent: found from what the file begins with
 * @throws IngestError when it cannot be read or says too little
 */
export function importData(file: string, options: ReadOptions, format?: string): Imported {
  const contents = openData(file, options, format);
  if ('rows' in contents)
    return { inferred: inferFromRows(file, contents.format, contents.rows), rows: contents.rows };
  return { inferred: inferFromSummary(file, contents.format, contents.summary) };
}
