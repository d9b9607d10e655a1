import type { Address, Broker, Receiver, Settings } from '../../broker.js';
import { now } from '../../clock.js';
import { afterRestart, detour } from '../redis/breaks.js';
import { fetcher } from '../redis/fetcher.js';
import { listSender, queueKey } from '../redis/list-sender.js';
import { listLengths, openRedis, type RedisAddress, sweepRedis } from '../redis/open.js';

interface BatchAddress extends RedisAddress {
  readonly batch: number;
}

const usualBatch = 10;
const keys = (prefix: string): string[] => [queueKey(prefix)];

/**
 * A Redis list from which a consumer takes several messages at once: BLMPOP with a count. One way to the server
 * for many messages; the rest of a batch waits behind its first, though another consumer be free. At most once: a
 * dead consumer takes all along that it holds.
 */
export const redisListBatch: Broker = {
  name: 'redis-list-batch',
  server: 'redis-server 7 or valkey-server',
  packages: ['ioredis'],
  colocated: false,
  topology: ({ batch = usualBatch }: Settings) =>
    batch === 1 ? { kind: 'shared' } : { kind: 'batch', batch },
  guarantee: 'at-most-once',
  afterRestart,
  detour,
  open: options =>
    openRedis(
      {
        keys,
        depth: (probe, prefix) => listLengths(probe, keys(prefix)),
        depthOfQueueOnly: true,
        address: { batch: options.settings?.batch ?? usualBatch },
        // One that does not know the command says so before the run.
        prepare: (probe, prefix) => probe.lmpop(1, queueKey(prefix), 'RIGHT'),
      },
      options,
    ),
  connectSender: address => listSender(address as RedisAddress, 'at-most-once'),
  connectReceiver,
  sweep: address => sweepRedis(address as RedisAddress),
};

async function connectReceiver(address: Address): Promise<Receiver> {
  const { prefix, batch } = address as BatchAddress;
  const { redis, fetch, stop } = await fetcher(address as BatchAddress);
  const queue = queueKey(prefix);
  const inbox: Buffer[] = [];
  let fetchedAt = Number.NaN;
  return {
    async receive() {
      if (inbox.length === 0) {
        const popped = await fetch(() => redis.blmpopBuffer(0, 1, queue, 'RIGHT', 'COUNT', batch));
        fetchedAt = now();
        inbox.push(...(popped?.[1] ?? []));
      }
      return inbox.shift();
    },
    fetchedAt: () => fetchedAt,
    acknowledge: () => undefined,
    reject: async () => {},
    stop,
    close: async () => redis.disconnect(),
  };
}
