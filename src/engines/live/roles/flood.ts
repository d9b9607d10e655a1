import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '../clock.js';

/** What a sender does when no schedule holds it back. */
export interface Flood {
  readonly count: number;
  /** Sends that may be unanswered at a time. */
  readonly inFlight: number;
  /** Seconds on the monotonic clock. */
  readonly epoch: number;
  readonly send: (index: number) => Promise<void>;
  readonly stopped: () => boolean;
}

/** Sends as fast as the queue takes it, each message as soon as an earlier one is answered. @returns how many */
export async function flood({ count, inFlight, epoch, send, stopped }: Flood): Promise<number> {
  await sleep(Math.max(0, (epoch - now()) * 1000));
  let next = 0;
  const line = async () => {
    while (next < count && !stopped()) await send(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, line));
  return next;
}
