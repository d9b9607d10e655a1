import { Worker } from 'node:worker_threads';
import { compiled } from '../../../compiled.js';
import { now } from '../clock.js';
import type { AlarmMemory } from './alarm-memory.js';
import { Lead } from './lead.js';

/**
 * Wakes each of several consumers at a moment of its own, to about a tenth of a millisecond and never early, without
 * blocking the event loop: one thread sleeps until the earliest deadline and wakes whose it is. Ordinary timers end up to
 * 1.5 ms early or late, which would bend the services.
 */
export class Alarms {
  private readonly memory: AlarmMemory;
  private readonly thread: Worker;
  private readonly lead: Lead;

  constructor(consumers: number) {
    const ints = (count: number) => new Int32Array(new SharedArrayBuffer(4 * count));
    const doubles = (count: number) => new Float64Array(new SharedArrayBuffer(8 * count));
    this.memory = {
      control: ints(2),
      state: ints(consumers),
      deadline: doubles(consumers),
      target: doubles(1),
      lead: doubles(1),
    };
    this.lead = new Lead(this.memory.lead);
    this.memory.deadline.fill(Number.POSITIVE_INFINITY);
    this.memory.target[0] = Number.POSITIVE_INFINITY;
    this.thread = new Worker(compiled(import.meta.url, './alarm-thread.js'), { workerData: this.memory });
  }

  /** A promise that is kept at `time`, seconds on the monotonic clock; undefined when that is past. */
  until(consumer: number, time: number): Promise<unknown> | undefined {
    if (time <= now()) return undefined;
    const { control, state, deadline, target } = this.memory;
    Atomics.store(state, consumer, 0);
    deadline[consumer] = time;
    Atomics.add(control, 0, 1);
    if (time < target[0]) Atomics.notify(control, 0);
    const { async: waits, value } = Atomics.waitAsync(state, consumer, 0);
    if (waits) return value.then(() => this.lead.awake(time));
    this.lead.awake(time);
    return undefined;
  }

  async close(): Promise<void> {
    const { control, state } = this.memory;
    Atomics.store(control, 1, 1);
    Atomics.add(control, 0, 1);
    Atomics.notify(control, 0);
    for (let k = 0; k < state.length; k++) {
      Atomics.store(state, k, 1);
      Atomics.notify(state, k);
    }
    await this.thread.terminate();
  }
}
