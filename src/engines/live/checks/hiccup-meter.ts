import { Worker } from 'node:worker_threads';
import { compiled } from '../../../compiled.js';

const places = 10_000;
const unit = 1e-5;

/** A thread that sleeps for a millisecond, again and again: how much longer it sleeps is what the host costs. */
export class HiccupMeter {
  private readonly counts = new Int32Array(new SharedArrayBuffer(4 * places));
  private readonly thread: Worker;

  constructor() {
    this.thread = new Worker(compiled(import.meta.url, './hiccup-thread.js'), {
      workerData: this.counts.buffer,
    });
  }

  /** Forgets what was measured so far. */
  reset(): void {
    this.counts.fill(0);
  }

  /** Seconds that 99 % of the sleeps did not exceed their length by; undefined when nothing was measured. */
  p99(): number | undefined {
    const total = this.counts.reduce((sum, count) => sum + count, 0);
    if (total === 0) return undefined;
    let below = 0;
    for (let place = 0; place < places; place++) {
      below += this.counts[place];
      if (below >= 0.99 * total) return (place + 1) * unit;
    }
    return places * unit;
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }
}
