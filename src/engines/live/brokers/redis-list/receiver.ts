import type { Address, Receiver } from '../../broker.js';
import type { DeliveryTerms } from '../delivery.js';
import { connect } from '../redis/connect.js';
import { fetcher, withTheNext } from '../redis/fetcher.js';
import { queueKey } from '../redis/list-sender.js';
import type { RedisAddress } from '../redis/open.js';
import { putBack } from './again.js';
import { leaseKey, processingKey } from './keys.js';

/**
 * BLMOVE takes the message and puts it into the consumer's own list in one step. Redis serves blocked consumers in
 * the order in which they asked.
 */
export async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const terms = address as RedisAddress & DeliveryTerms;
  const { prefix, maxDeliveries } = terms;
  const { redis, fetch, returns, surely, stop } = await fetcher(terms);
  const [queue, processing] = [queueKey(prefix), processingKey(prefix, consumer)];
  const lease = await leased(terms, leaseKey(prefix, consumer)).catch((error: Error) => {
    redis.disconnect();
    throw error;
  });
  let current: Buffer | undefined;
  let seen = 0;
  const next = async () => {
    if (seen !== returns()) {
      seen = returns();
      // An answer that was lost with its connection has left its message with us, and our lease goes on.
      const left = await redis.lindexBuffer(processing, -1);
      if (left) return left;
    }
    // Without a limit of time: a limit would let the consumer lose its place among those who wait.
    return redis.blmoveBuffer(queue, processing, 'RIGHT', 'LEFT', 0);
  };
  return {
    async receive() {
      current = (await fetch(next)) ?? undefined;
      return current;
    },
    acknowledge() {
      const message = current as Buffer;
      // The next fetch follows in the same breath: one write takes both to the server.
      withTheNext(redis);
      return surely(() => redis.lrem(processing, 1, message));
    },
    reject() {
      const message = current as Buffer;
      return surely(() => putBack(redis, prefix, consumer, message, maxDeliveries));
    },
    stop,
    async close() {
      lease.end();
      redis.disconnect();
    },
  };
}

/** Renews the key until its end, on a connection of its own: the other one blocks. */
async function leased(
  { url, leaseMs, comesBack = false, sentinels }: RedisAddress & DeliveryTerms,
  key: string,
): Promise<{ end: () => void }> {
  const redis = await connect(url, { comesBack, ...(sentinels && { sentinels }) });
  // A lost server is told by the connection that fetches.
  const renew = () => redis.set(key, 1, 'PX', leaseMs).catch(() => {});
  await renew();
  redis.on('ready', renew);
  const timer = setInterval(renew, leaseMs / 3);
  return {
    end() {
      clearInterval(timer);
      redis.disconnect();
    },
  };
}
