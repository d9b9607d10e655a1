import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compiled } from '../../compiled.js';
import type { Assignment } from './assignment.js';
import { type Job, ledgersOf } from './setup.js';
import { bytesOf, ledgersIn, replicationCount, type Stretch, type Team } from './team.js';

/**
 * A team of worker threads. Threads only decide who runs which replication, and sums are taken in
 * replication order afterwards, so their number changes no bit of the result.
 *
 * With `worker.ts`, the only file of the simulation that imports Node.
 */
export function workerTeam(threads: number) {
  return async (job: Job, rate: number, signal?: AbortSignal): Promise<Team> => {
    const buffers = Array.from({ length: replicationCount }, () => new SharedArrayBuffer(bytesOf(job)));
    const stop = new SharedArrayBuffer(4);
    const all = Array.from({ length: replicationCount }, (_, r) => r);
    const workers = Array.from({ length: Math.min(threads, replicationCount) }, (_, w) => {
      const numbers = all.filter(r => r % threads === w);
      const workerData: Assignment = { job, numbers, rate, buffers: numbers.map(r => buffers[r]), stop };
      return new Worker(compiled(import.meta.url, './worker.js'), { workerData });
    });
    const interrupt = () => Atomics.store(new Int32Array(stop), 0, 1);
    signal?.addEventListener('abort', interrupt);
    if (signal?.aborted) interrupt();
    return {
      ledgers: buffers.map(buffer => ledgersIn(buffer, ledgersOf(job))),
      async advance(stretch: Stretch) {
        const replies = await Promise.all(
          workers.map(worker => {
            worker.postMessage(stretch);
            return once(worker, 'message') as Promise<[boolean]>;
          }),
        );
        return replies.every(([complete]) => complete);
      },
      async close() {
        signal?.removeEventListener('abort', interrupt);
        await Promise.all(workers.map(worker => worker.terminate()));
      },
    };
  };
}
