import { closeSync, openSync, readSync } from 'node:fs';
import { readTracesWith } from './store.js';
import type { Trace } from './trace.js';
import { TraceReader } from './trace-reader.js';

const pieceBytes = 1 << 16;

/** The trace in a file, read piece by piece. */
function traceIn(path: string): Trace {
  const reader = new TraceReader(path);
  const file = openSync(path, 'r');
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const piece = new Uint8Array(pieceBytes);
    let rest = '';
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const lines = (rest + decoder.decode(piece.subarray(0, read), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) reader.add(line);
    }
    if (rest !== '') reader.add(rest);
  } finally {
    closeSync(file);
  }
  return reader.done();
}

/** From here on traces are read from files. */
export const readTracesFromFiles = (): void => readTracesWith(traceIn);
