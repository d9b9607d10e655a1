import { type Trace, TraceError } from './trace.js';
import { whyUnreadable } from './unreadable.js';

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
    throw new Error(`${file}: ${whyUnreadable(error)}`);
  }
}
