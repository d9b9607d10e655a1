import { eachLine } from '../../traces/each-line.js';
import { whyUnreadable } from '../../traces/unreadable.js';
import { IngestError } from '../problem.js';

/**
 * The lines of a file one by one, with their numbers from 1, without a carriage return or a byte order mark; empty
 * ones are left out.
 * @throws IngestError when the file cannot be read
 */
export function eachNumbered(file: string, use: (text: string, line: number) => void): void {
  let line = 0;
  try {
    eachLine(file, raw => {
      line++;
      const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (text.trim() !== '') use(line === 1 ? text.replace(/^\ufeff/, '') : text, line);
    });
  } catch (error) {
    if (error instanceof IngestError || !(error instanceof Error && 'code' in error)) throw error;
    throw new IngestError(`${file}: ${whyUnreadable(error)}`);
  }
}
