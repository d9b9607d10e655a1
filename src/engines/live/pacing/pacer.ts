import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises';
import { now } from '../clock.js';
import type { Agenda } from './agenda.js';

/** Further off than this, an ordinary timer is precise enough to come close. */
const coarse = 2.5e-3;
/** An ordinary timer may be this late. */
const margin = 2e-3;
/** The last stretch is spun; longer spinning is punished by the scheduler. */
const guard = 6e-5;

const idle = new Int32Array(new SharedArrayBuffer(4));

/**
 * Sends what is on the agenda when it is due, never early: an ordinary timer for the long way, a precise sleep
 * for the short one, a spin for the last 60 microseconds. All that is due is sent at once.
 *
 * @param stopped asked between sends
 * @returns how many were sent
 */
export async function pace(agenda: Agenda, epoch: number, stopped: () => boolean): Promise<number> {
  let sent = 0;
  const longest = Math.min(200, agenda.changesWithin * 1000);
  while (!agenda.isOver()) {
    for (;;) {
      const left = epoch + (agenda.due() ?? Number.POSITIVE_INFINITY) - now();
      if (left <= 0 || stopped() || agenda.isOver()) break;
      if (left > coarse) await sleep(Math.min(longest, (left - margin) * 1000));
      else if (left > guard) Atomics.wait(idle, 0, 0, (left - guard * 0.7) * 1000);
    }
    if (stopped()) return sent;
    const time = now() - epoch;
    for (let due = agenda.due(); due !== undefined && due <= time; due = agenda.due()) {
      agenda.sendNext();
      sent++;
    }
    // Lets the socket write what was sent before the next precise sleep blocks the thread.
    await breath();
  }
  return sent;
}
