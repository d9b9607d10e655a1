import type { Address, Broker, Receiver } from '../../broker.js';
import { fetcher, told, withTheNext } from '../redis/fetcher.js';
import { listSender, queueKey } from '../redis/list-sender.js';
import { listLengths, openRedis, type RedisAddress } from '../redis/open.js';

/** Each consumer has a list of its own, so that it is known whose a message in service is. */
const processingKey = (prefix: string, consumer: number): string => `${prefix}:processing:${consumer}`;

const keys = (prefix: string, consumers: number): string[] => [
  queueKey(prefix),
  ...Array.from({ length: consumers }, (_, consumer) => processingKey(prefix, consumer)),
];

/**
 * A Redis list as a reliable queue: insert (LPUSH), get (BLMOVE into a list of the consumer), delete by value
 * (LREM from there) to acknowledge. One central queue. At least once: what a dead consumer held stays in its
 * list.
 */
export const redisList: Broker = {
  name: 'redis-list',
  colocated: false,
  topology: () => ({ kind: 'shared' }),
  guarantee: 'at-least-once',
  open: options =>
    openRedis(
      { keys, depth: (probe, prefix, consumers) => listLengths(probe, keys(prefix, consumers)) },
      options,
    ),
  connectSender: address => listSender(address as RedisAddress),
  connectReceiver,
};

/**
 * BLMOVE takes the message and puts it into the consumer's own list in one step. Redis serves blocked consumers in
 * the order in which they asked.
 */
async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const { url, prefix } = address as RedisAddress;
  const { redis, fetch, stop } = await fetcher(url);
  const [queue, processing] = [queueKey(prefix), processingKey(prefix, consumer)];
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
    stop,
    close: async () => redis.disconnect(),
  };
}
