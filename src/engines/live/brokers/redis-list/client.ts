import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Address, Receiver, Sender } from '../../broker.js';
import { connect, placeOf, unavailable } from './connect.js';
import { processingKey, queueKey } from './keys.js';

interface RedisAddress {
  readonly url: string;
  readonly prefix: string;
}

export async function connectSender(address: Address): Promise<Sender> {
  const { url, prefix } = address as unknown as RedisAddress;
  const redis = await connect(url);
  const queue = queueKey(prefix);
  return {
    send: message => told(redis.lpush(queue, message), url),
    close: async () => redis.disconnect(),
  };
}

/**
 * A reliable consumer: BLMOVE takes the message and puts it into the consumer's own list in one step, LREM takes
 * it from there when it has been served. Redis serves blocked consumers in the order in which they asked.
 */
export async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const { url, prefix } = address as unknown as RedisAddress;
  const redis = await connect(url);
  const [queue, processing] = [queueKey(prefix), processingKey(prefix, consumer)];
  const id = await redis.client('ID').catch((error: Error) => {
    redis.disconnect();
    throw unavailable(error, url);
  });
  let current: Buffer | undefined;
  let stopped = false;
  let waiting = false;
  return {
    async receive() {
      if (stopped) return undefined;
      waiting = true;
      try {
        // Without a limit of time: a limit would let the consumer lose its place among those who wait.
        current = (await redis.blmoveBuffer(queue, processing, 'RIGHT', 'LEFT', 0)) ?? undefined;
        return current;
      } catch (error) {
        if (stopped) return undefined;
        throw lost(error as Error, url);
      } finally {
        waiting = false;
      }
    },
    acknowledge() {
      // The next fetch follows in the same breath: one write takes both to the server.
      redis.stream.cork();
      process.nextTick(() => redis.stream.uncork());
      return told(redis.lrem(processing, 1, current as Buffer), url);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      void unblock(redis, id, url, () => waiting);
    },
    close: async () => redis.disconnect(),
  };
}

/** Between two tries, and how many: a command on its way blocks a little later. */
const retryMs = 20;
const tries = 50;

/** Ends the BLMOVE that waits, from another connection; a server that cannot do that loses the connection. */
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

const told = (reply: Promise<unknown>, url: string): Promise<void> =>
  reply.then(nothing, (error: Error) => {
    throw lost(error, url);
  });

const lost = (error: Error, url: string): Error =>
  new Error(
    /closed|ECONN|EPIPE|max retries/i.test(error.message)
      ? `the connection to ${placeOf(url)} was lost`
      : `${placeOf(url)} answered: ${error.message}`,
  );
