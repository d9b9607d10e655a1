import type { Address, Receiver } from '../../broker.js';
import type { DeliveryTerms } from '../delivery.js';
import { connect } from '../redis/connect.js';
import { fetcher, told, withTheNext } from '../redis/fetcher.js';
import { queueKey } from '../redis/list-sender.js';
import type { RedisAddress } from '../redis/open.js';
import { putBack } from './again.js';
import { leaseKey, processingKey } from './keys.js';

/**
 * BLMOVE takes the message and puts it into the consumer's own list in one step. Redis serves blocked consumers in
 * the order in which they asked.
 */
export async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const { url, prefix, leaseMs, maxDeliveries } = address as RedisAddress & DeliveryTerms;
  const { redis, fetch, stop } = await fetcher(url);
  const [queue, processing] = [queueKey(prefix), processingKey(prefix, consumer)];
  const lease = await leased(url, leaseKey(prefix, consumer), leaseMs).catch((error: Error) => {
    redis.disconnect();
    throw error;
  });
  let current: Buffer | undefined;
  return {
    async receive() {
      // Without a limit of time: a limit would let the consumer lose its place among those who wait.
      current = (await fetch(() => redis.blmoveBuffer(queue, processing, 'RIGHT', 'LEFT', 0))) ?? undefined;
      return current;
    },
    acknowledge() {
      // The next fetch follows in the same breath: one write takes both to the server.
      withTheNext(redis);
      return told(redis.lrem(processing, 1, current as Buffer), url);
    },
    reject: () => told(putBack(redis, prefix, consumer, current as Buffer, maxDeliveries), url),
    stop,
    async close() {
      lease.end();
      redis.disconnect();
    },
  };
}

/** Renews the key until its end, on a connection of its own: the other one blocks. */
async function leased(url: string, key: string, leaseMs: number): Promise<{ end: () => void }> {
  const redis = await connect(url);
  // A lost server is told by the connection that fetches.
  const renew = () => redis.set(key, 1, 'PX', leaseMs).catch(() => {});
  await renew();
  const timer = setInterval(renew, leaseMs / 3);
  return {
    end() {
      clearInterval(timer);
      redis.disconnect();
    },
  };
}
