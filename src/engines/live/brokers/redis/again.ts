import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** Before a server that is loading its data, or lacks what is still to be prepared, is asked again; milliseconds. */
const againMs = 20;

export const isConnectionLost = ({ message }: Error): boolean =>
  /closed|ECONN|EPIPE|max retries/i.test(message);

/** The server has not done it, and will soon be able to. */
const isTooEarly = ({ message }: Error): boolean => /^(LOADING|NOGROUP|MASTERDOWN|READONLY)/.test(message);

/** How a command goes on when its connection breaks under it. */
export interface Again {
  /** Asked again, though the server may have done it; otherwise it counts as done, though it may be lost. */
  readonly repeat: boolean;
  /** Ends the wait. */
  readonly stopped?: () => boolean;
}

/** Asks when the connection is there, and again where it broke before the answer came; undefined when nobody knows. */
export async function again<T>(
  redis: Redis,
  command: () => Promise<T>,
  { repeat, stopped = () => false }: Again,
): Promise<T | undefined> {
  for (;;) {
    await ready(redis);
    if (stopped()) return undefined;
    try {
      return await command();
    } catch (error) {
      if (redis.status === 'end' || stopped()) throw error;
      if (isTooEarly(error as Error)) await sleep(againMs);
      else if (!isConnectionLost(error as Error)) throw error;
      else if (!repeat) return undefined;
    }
  }
}

/** Resolves when the connection is up, or will never be again. */
const ready = (redis: Redis): Promise<void> =>
  new Promise(resolve => {
    const look = () => {
      if (redis.status !== 'ready' && redis.status !== 'end') return;
      redis.off('ready', look);
      redis.off('end', look);
      resolve();
    };
    redis.on('ready', look);
    redis.on('end', look);
    look();
  });
