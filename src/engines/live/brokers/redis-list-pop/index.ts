import type { Address, Broker, Receiver, Sender } from '../../broker.js';
import { afterRestart, detour } from '../redis/breaks.js';
import { fetcher } from '../redis/fetcher.js';
import { intoLists, limitedSender } from '../redis/limited-sender.js';
import { listSender, queueKey } from '../redis/list-sender.js';
import { listLengths, openRedis, type RedisAddress, sweepRedis } from '../redis/open.js';

const keys = (prefix: string): string[] => [queueKey(prefix)];

/**
 * A Redis list without acknowledgement: LPUSH and BRPOP. One central queue. At most once: the message is gone
 * from the server when the consumer has it, so a dead consumer takes along the one in its hands.
 */
export const redisListPop: Broker = {
  name: 'redis-list-pop',
  server: 'redis-server or valkey-server',
  packages: ['ioredis'],
  colocated: false,
  topology: () => ({ kind: 'shared' }),
  guarantee: 'at-most-once',
  afterRestart,
  detour,
  open: options =>
    openRedis(
      { keys, depth: (probe, prefix) => listLengths(probe, keys(prefix)), depthOfQueueOnly: true },
      options,
    ),
  connectSender,
  connectReceiver,
  sweep: address => sweepRedis(address as RedisAddress),
};

async function connectReceiver(address: Address): Promise<Receiver> {
  const { redis, fetch, stop } = await fetcher(address as RedisAddress);
  const queue = queueKey((address as RedisAddress).prefix);
  const pop = () => redis.brpopBuffer(queue, 0);
  return {
    receive: () => fetch(pop).then(popped => popped?.[1]),
    acknowledge: () => undefined,
    reject: async () => {},
    stop,
    close: async () => redis.disconnect(),
  };
}

/**
 * The server forgets a message that a consumer has: where there is room for so many, those that wait are counted, and
 * wherever one waits all consumers are taken.
 */
function connectSender(address: Address): Promise<Sender> {
  const redis = address as RedisAddress;
  const { prefix, consumers, capacity } = redis;
  if (capacity === undefined) return listSender(redis, 'at-most-once');
  const waiting = { script: intoLists, keys: keys(prefix), room: capacity - consumers };
  return limitedSender(redis, 'at-most-once', waiting);
}
