import type { Redis } from 'ioredis';
import type { Address, Receiver } from '../../broker.js';
import { Ahead } from '../ahead.js';
import type { DeliveryTerms } from '../delivery.js';
import { connect } from '../redis/connect.js';
import { type FetchAddress, tellsAside } from '../redis/delivery.js';
import { fetcher } from '../redis/fetcher.js';
import { queueKey } from '../redis/list-sender.js';
import type { RedisAddress } from '../redis/open.js';
import { Together } from '../together.js';
import { putBack } from './again.js';
import { leaseKey, processingKey } from './keys.js';

/**
 * BLMOVE takes the message and puts it into the consumer's own list in one step. Redis serves blocked consumers in
 * the order in which they asked.
 */
export async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const terms = address as FetchAddress;
  const { prefix, maxDeliveries, prefetch } = terms;
  const { redis, aside, fetch, returns, surely, stop, close } = await fetcher(terms, tellsAside(terms));
  const [queue, processing] = [queueKey(prefix), processingKey(prefix, consumer)];
  const lease = await leased(terms, leaseKey(prefix, consumer)).catch((error: Error) => {
    close();
    throw error;
  });
  /** Fetched, and not known to be gone from the server. */
  const hands = new Set<Buffer>();
  let current: Buffer | undefined;
  let seen = 0;
  const next = async () => {
    if (seen !== returns()) {
      seen = returns();
      // An answer that was lost with its connection has left its message with us, and our lease goes on.
      const all = await redis.lrangeBuffer(processing, 0, -1);
      const left = all.reverse().find(message => ![...hands].some(held => held.equals(message)));
      if (left) return left;
    }
    // Without a limit of time: a limit would let the consumer lose its place among those who wait.
    return redis.blmoveBuffer(queue, processing, 'RIGHT', 'LEFT', 0);
  };
  const ahead = new Ahead(prefetch, async () => {
    const message = (await fetch(next)) ?? undefined;
    if (message) hands.add(message);
    return message;
  });
  const acknowledgements = new Together<Buffer>(terms, async served => {
    await surely(() => removed(aside, processing, served));
    for (const message of served) hands.delete(message);
  });
  return {
    async receive() {
      current = await ahead.receive();
      return current;
    },
    acknowledge: () => acknowledgements.add(current as Buffer),
    async reject() {
      const message = current as Buffer;
      await surely(() => putBack(aside, prefix, consumer, message, maxDeliveries));
      hands.delete(message);
    },
    stop,
    async close() {
      lease.end();
      acknowledgements.close();
      close();
    },
  };
}

/** Deletes messages by value, all at one moment. */
function removed(redis: Redis, list: string, messages: readonly Buffer[]): Promise<unknown> {
  if (messages.length === 1) return redis.lrem(list, 1, messages[0]);
  const transaction = redis.multi();
  for (const message of messages) transaction.lrem(list, 1, message);
  return transaction.exec();
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
