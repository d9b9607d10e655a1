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
  // Without a limit of time: a limit would let the consumer lose its place among those who wait.
  const move = () => redis.blmoveBuffer(queue, processing, 'RIGHT', 'LEFT', 0);
  /** An answer that was lost with its connection has left its message with us, and our lease goes on. */
  const stranded = async () => {
    seen = returns();
    const all = await redis.lrangeBuffer(processing, 0, -1);
    return all.reverse().find(message => ![...hands].some(held => held.equals(message)));
  };
  const next = () => (seen === returns() ? move() : stranded().then(found => found ?? move()));
  const ahead = new Ahead(prefetch, () =>
    fetch(next).then(message => {
      if (message) hands.add(message);
      return message ?? undefined;
    }),
  );
  const acknowledgements = new Together<Buffer>(terms, served =>
    surely(() => removed(aside, processing, served)).then(() => {
      for (const message of served) hands.delete(message);
    }),
  );
  return {
    receive: () =>
      ahead.receive().then(message => {
        current = message;
        return message;
      }),
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
