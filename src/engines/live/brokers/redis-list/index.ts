import type { Address, Broker, Sender } from '../../broker.js';
import { afterRestart, detour } from '../redis/breaks.js';
import { fetchTerms } from '../redis/delivery.js';
import { intoLists, limitedSender } from '../redis/limited-sender.js';
import { listSender } from '../redis/list-sender.js';
import { listLengths, openRedis, type RedisAddress, sweepRedis } from '../redis/open.js';
import { reap } from './again.js';
import { allKeys, deadKey, openLists } from './keys.js';
import { connectReceiver } from './receiver.js';

/**
 * A Redis list as a reliable queue: insert (LPUSH), get (BLMOVE into a list of the consumer), delete by value
 * (LREM from there) to acknowledge. One central queue. At least once: a consumer holds a lease as long as it
 * lives; when it runs out, what it held goes back to the queue.
 */
export const redisList: Broker = {
  name: 'redis-list',
  server: 'redis-server or valkey-server',
  packages: ['ioredis'],
  colocated: false,
  topology: ({ prefetch = 0 }) => (prefetch === 0 ? { kind: 'shared' } : { kind: 'prefetch', prefetch }),
  guarantee: 'at-least-once',
  afterRestart,
  detour,
  open(options) {
    const terms = fetchTerms(options.settings);
    return openRedis(
      {
        keys: allKeys,
        depth: (probe, prefix, consumers) => listLengths(probe, openLists(prefix, consumers)),
        deadLetters: (probe, prefix) => probe.lrangeBuffer(deadKey(prefix), 0, -1),
        address: terms,
        tend: {
          everyMs: terms.leaseMs / 4,
          act: (probe, prefix, consumers) => reap(probe, prefix, consumers, terms.maxDeliveries),
        },
      },
      options,
    );
  },
  connectSender,
  connectReceiver,
  sweep: address => sweepRedis(address as RedisAddress),
};

/** Where there is room for so many, those with consumers are counted until they are acknowledged. */
function connectSender(address: Address): Promise<Sender> {
  const redis = address as RedisAddress;
  const { prefix, consumers, capacity: room } = redis;
  if (room === undefined) return listSender(redis, 'at-least-once');
  return limitedSender(redis, 'at-least-once', {
    script: intoLists,
    keys: openLists(prefix, consumers),
    room,
  });
}
