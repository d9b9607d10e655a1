import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { whyUnreadable } from '../../traces/unreadable.js';
import { IngestError } from '../problem.js';

/** Larger documents are not read as a whole. */
const mostBytes = 256 * 1024 * 1024;

/** The first bytes of a file as text; a character that is cut off at the end is left out. */
export function beginning(file: string, bytes: number): string {
  return orIngestError(file, () => {
    const handle = openSync(file, 'r');
    try {
      const start = new Uint8Array(bytes);
      const read = readSync(handle, start);
      return new TextDecoder('utf-8').decode(start.subarray(0, read), { stream: true });
    } finally {
      closeSync(handle);
    }
  });
}

/**
 * The whole of a file that cannot be read line by line.
 * @param what it is, for the message when it is too large
 */
export function wholeText(file: string, what: string): string {
  return orIngestError(file, () => {
    const { size } = statSync(file);
    if (size > mostBytes)
      throw new IngestError(
        `${file} has ${Math.round(size / 1e6)} MB: expected at most ${Math.round(mostBytes / 1e6)} MB of ${what}`,
      );
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  });
}

function orIngestError<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof IngestError || !(error instanceof Error && 'code' in error)) throw error;
    throw new IngestError(`${file}: ${whyUnreadable(error)}`);
  }
}
