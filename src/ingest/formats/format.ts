import type { Columns } from '../rows/columns.js';
import type { RowSource } from '../rows/read-rows.js';
import type { Summary } from '../summary.js';

/** What the user says of a file beside its name. */
export interface ReadOptions {
  /** Which column tells what. */
  readonly columns: Columns;
  /** Which of several things that were measured. */
  readonly metric?: string;
  /** Only what bears these labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds in one unit of the numbers, where the file does not tell. */
  readonly unit?: number;
  /** The same counters, read before. */
  readonly earlier?: string;
  /** Seconds between the two, where they do not tell. */
  readonly between?: number;
}

export type OptionName = keyof ReadOptions;

/** The beginning of a file, by which its format is known. */
export interface Head {
  readonly text: string;
  /** Whole lines, without the empty ones. */
  readonly lines: readonly string[];
}

/** What a format makes of a file: rows of customers, or what others have already summed up. */
export type Contents = { readonly rows: RowSource } | { readonly summary: Summary };

/** One way in which people have their data: one file, one line in the registry. */
export interface Format {
  readonly name: string;
  /** For the list of formats: what it is. */
  readonly about: string;
  /** What its beginning shows. */
  readonly shows: string;
  readonly recognises: (head: Head, options: ReadOptions) => boolean;
  /** Which options mean something to it. */
  readonly uses: readonly OptionName[];
  /** @throws IngestError with the line that is wrong, what was expected and how to mend it */
  readonly open: (file: string, options: ReadOptions) => Contents;
}
