import type { Job } from './setup.js';

/** What a worker thread is started with. The buffers are shared: it writes its ledgers in place. */
export interface Assignment {
  readonly job: Job;
  readonly numbers: readonly number[];
  /** Customers per second of simulated time. */
  readonly rate: number;
  readonly buffers: readonly SharedArrayBuffer[];
  /** One Int32: not 0 tells the thread to stop after the piece at hand. */
  readonly stop: SharedArrayBuffer;
}
