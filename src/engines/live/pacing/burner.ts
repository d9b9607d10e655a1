import { Worker } from 'node:worker_threads';
import { compiled } from '../../../compiled.js';
import { type BurnMemory, burnOrder } from './burn-memory.js';

/**
 * Keeps a processor busy for as long as a service lasts, on a thread of its own, so that the event loop, leases and
 * acknowledgements go on. It does so much work, and does not look at the clock: who has to share his processor is later.
 */
export class Burner {
  private readonly memory: BurnMemory = {
    order: new Int32Array(new SharedArrayBuffer(4)),
    seconds: new Float64Array(new SharedArrayBuffer(8)),
  };
  private readonly thread = new Worker(compiled(import.meta.url, './burn-thread.js'), {
    workerData: this.memory,
  });

  /** Resolves when it knows how fast its processor is. */
  ready(): Promise<void> {
    return this.changed(burnOrder.calibrate);
  }

  /** Resolves when the work is done that takes an idle processor so many seconds. */
  async burn(seconds: number): Promise<void> {
    this.memory.seconds[0] = seconds;
    this.tell(burnOrder.burn);
    await this.changed(burnOrder.burn);
  }

  async close(): Promise<void> {
    this.tell(burnOrder.end);
    await this.thread.terminate();
  }

  private tell(order: number): void {
    Atomics.store(this.memory.order, 0, order);
    Atomics.notify(this.memory.order, 0);
  }

  private async changed(from: number): Promise<void> {
    await Atomics.waitAsync(this.memory.order, 0, from).value;
  }
}
