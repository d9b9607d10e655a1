import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { connect, placeOf, unavailable } from './connect.js';

/** A connection of a consumer that blocks in a fetch and can be called back from it. */
export interface Fetcher {
  readonly redis: Redis;
  /** The answer to a command that waits for a message; undefined after `stop`. */
  readonly fetch: <T>(command: () => Promise<T>) => Promise<T | undefined>;
  /** Ends a fetch that waits, and lets no other begin. */
  readonly stop: () => void;
  readonly stopped: () => boolean;
}

export async function fetcher(url: string): Promise<Fetcher> {
  const redis = await connect(url);
  const id = await redis.client('ID').catch((error: Error) => {
    redis.disconnect();
    throw unavailable(error, url);
  });
  let stopped = false;
  let waiting = false;
  return {
    redis,
    async fetch(command) {
      if (stopped) return undefined;
      waiting = true;
      try {
        return await command();
      } catch (error) {
        if (stopped) return undefined;
        throw lost(error as Error, url);
      } finally {
        waiting = false;
      }
    },
    stop() {
      if (stopped) return;
      stopped = true;
      void unblock(redis, id, url, () => waiting);
    },
    stopped: () => stopped,
  };
}

/** Between two tries, and how many: a command on its way blocks a little later. */
const retryMs = 20;
const tries = 50;

/** Ends the command that waits, from another connection; a server that cannot do that loses the connection. */
async function unblock(blocked: Redis, id: number, url: string, waiting: () => boolean): Promise<void> {
  try {
    const control = await connect(url);
    for (let i = 0; i < tries && waiting(); i++) {
      await control.client('UNBLOCK', id);
      await sleep(retryMs);
    }
    control.disconnect();
  } catch {
    // No second connection to be had: the one that waits is closed instead.
  } finally {
    if (waiting()) blocked.disconnect();
  }
}

const nothing = () => {};

/** The reply, of which only that it came matters; a failure in our words. */
export const told = (reply: Promise<unknown>, url: string): Promise<void> =>
  reply.then(nothing, (error: Error) => {
    throw lost(error, url);
  });

/** Lets the next command leave in the same write as this one. */
export function withTheNext(redis: Redis): void {
  redis.stream.cork();
  process.nextTick(() => redis.stream.uncork());
}

const lost = (error: Error, url: string): Error =>
  new Error(
    /closed|ECONN|EPIPE|max retries/i.test(error.message)
      ? `the connection to ${placeOf(url)} was lost`
      : `${placeOf(url)} answered: ${error.message}`,
  );
