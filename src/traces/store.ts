import { type Trace, TraceError } from './trace.js';

let read: ((file: string) => Trace) | undefined;
const known = new Map<string, Trace>();

/** How files are read is for those to say who have files: a page has none. */
export function readTracesWith(reader: (file: string) => Trace): void {
  read = reader;
  known.clear();
}

/**
 * The trace in a file, read once.
 * @throws Error with a message for people when it cannot be read or is no trace
 */
export function traceOf(file: string): Trace {
  const before = known.get(file);
  if (before !== undefined) return before;
  const trace = readNow(file);
  known.set(file, trace);
  return trace;
}

function readNow(file: string): Trace {
  if (read === undefined) throw new Error(`${file} cannot be read here`);
  try {
    return read(file);
  } catch (error) {
    if (error instanceof TraceError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'this is a folder',
      EACCES: 'there is no permission to read this file',
      ERR_ENCODING_INVALID_ENCODED_DATA: 'this is not text in UTF-8',
    };
    throw new Error(`${file}: ${reasons[code ?? ''] ?? message}`);
  }
}
