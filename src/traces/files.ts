import { eachLine } from './each-line.js';
import { readTracesWith } from './store.js';
import type { Trace } from './trace.js';
import { TraceReader } from './trace-reader.js';

/** The trace in a file, read piece by piece. */
function traceIn(path: string): Trace {
  const reader = new TraceReader(path);
  eachLine(path, line => reader.add(line));
  return reader.done();
}

/** From here on traces are read from files. */
export const readTracesFromFiles = (): void => readTracesWith(traceIn);
