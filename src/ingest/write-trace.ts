import { closeSync, openSync, writeSync } from 'node:fs';
import type { Columns } from './columns.js';
import { eachCustomer } from './customers.js';
import { serviceOf } from './import-log.js';

const lines = 4096;

/** Writes the good rows of a log as a trace, seconds after the first and seconds of service, in constant memory. */
export function writeTrace(file: string, mapped: Columns, path: string): void {
  const out = openSync(path, 'w');
  try {
    let first: number | undefined;
    let last = Number.NEGATIVE_INFINITY;
    let rows = ['time,service'];
    const flush = () => {
      writeSync(out, `${rows.join('\n')}\n`);
      rows = [];
    };
    eachCustomer(file, mapped, customer => {
      const time = customer.arrived ?? customer.started ?? customer.finished;
      const service = serviceOf(customer);
      if (time === undefined || service === undefined || time < last) return undefined;
      first ??= time;
      last = time;
      rows.push(`${Number((time - first).toFixed(9))},${Number(service.toFixed(9))}`);
      if (rows.length >= lines) flush();
      return undefined;
    });
    if (rows.length > 0) flush();
  } finally {
    closeSync(out);
  }
}
