import { closeSync, openSync, writeSync } from 'node:fs';
import { serviceOf, timeOf } from './rows/customer.js';
import { type RowSource, readRows } from './rows/read-rows.js';

const lines = 4096;

/** Writes the good rows of a log as a trace, seconds after the first and seconds of service, in constant memory. */
export function writeTrace(source: RowSource, path: string): void {
  const out = openSync(path, 'w');
  try {
    let first: number | undefined;
    let rows = ['time,service'];
    const flush = () => {
      writeSync(out, `${rows.join('\n')}\n`);
      rows = [];
    };
    readRows(source, customer => {
      const time = timeOf(customer);
      const service = serviceOf(customer);
      if (service === undefined) return;
      first ??= time;
      rows.push(`${Number((time - first).toFixed(9))},${Number(service.toFixed(9))}`);
      if (rows.length >= lines) flush();
    });
    if (rows.length > 0) flush();
  } finally {
    closeSync(out);
  }
}
