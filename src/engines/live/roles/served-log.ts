import type { ServedRows } from './protocol.js';

export type ServedRow = { readonly [Column in keyof ServedRows]: number };

/** Served messages that the parent has not been told of yet. */
export class ServedLog {
  private rows: ServedRow[] = [];

  add(row: ServedRow): void {
    this.rows.push(row);
  }

  /** What was added since the last call, as columns. */
  take(): ServedRows {
    const { rows } = this;
    this.rows = [];
    const column = (name: keyof ServedRow) => Float64Array.from(rows, row => row[name]);
    return {
      id: column('id'),
      sent: column('sent'),
      received: column('received'),
      started: column('started'),
      finished: column('finished'),
      acknowledged: column('acknowledged'),
      consumer: column('consumer'),
    };
  }
}
