import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises';
import { now } from '../clock.js';

/** Further off than this, an ordinary timer is precise enough to come close. */
const coarse = 2.5e-3;
/** An ordinary timer may be this late. */
const margin = 2e-3;
/** The last stretch is spun; longer spinning is punished by the scheduler. */
const guard = 6e-5;

const idle = new Int32Array(new SharedArrayBuffer(4));

/**
 * Calls `send(i)` at `epoch + schedule[i]`, never early: an ordinary timer for the long way, a precise sleep
 * for the short one, a spin for the last 60 microseconds. All that is due is sent at once.
 *
 * @param schedule seconds from the epoch, non-decreasing
 * @param stopped asked between sends
 * @returns how many were sent
 */
export async function pace(
  schedule: Float64Array,
  epoch: number,
  send: (index: number) => unknown,
  stopped: () => boolean,
): Promise<number> {
  let next = 0;
  while (next < schedule.length) {
    for (;;) {
      const left = epoch + schedule[next] - now();
      if (left <= 0 || stopped()) break;
      if (left > coarse) await sleep(Math.min(200, (left - margin) * 1000));
      else if (left > guard) Atomics.wait(idle, 0, 0, (left - guard * 0.7) * 1000);
    }
    if (stopped()) return next;
    const time = now();
    while (next < schedule.length && epoch + schedule[next] <= time) send(next++);
    // Lets the socket write what was sent before the next precise sleep blocks the thread.
    await breath();
  }
  return next;
}
