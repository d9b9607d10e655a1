import type { Redis } from 'ioredis';
import type { Address, Receiver } from '../../broker.js';
import type { DeliveryTerms } from '../delivery.js';
import { fetcher, withTheNext } from '../redis/fetcher.js';
import type { RedisAddress } from '../redis/open.js';
import { deadKey, field, group, streamKey } from './keys.js';

interface Entry {
  readonly id: Buffer;
  readonly message: Buffer;
}

/** A consumer of the group. Those that wait are served in the order in which they asked. */
export async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const { prefix, leaseMs, maxDeliveries } = address as RedisAddress & DeliveryTerms;
  const { redis, fetch, returns, surely, stop, stopped } = await fetcher(address as RedisAddress);
  const stream = streamKey(prefix);
  const name = String(consumer);
  const lookEveryMs = leaseMs / 2;
  let current: Entry | undefined;
  let looked = Date.now();
  let seen = 0;

  /** The next entry of the stream, or from `0` the first of those that are with us. */
  const read = async (from: '>' | '0') => {
    // Blocked for no longer than it takes until the next look at what others have left.
    const block = Math.max(1, Math.round(lookEveryMs));
    const reply = (await redis.xreadgroupBuffer(
      ...(['GROUP', group, name, 'COUNT', 1, 'BLOCK', block, 'STREAMS', stream, from] as const),
    )) as [Buffer, [Buffer, Buffer[]][]][] | null;
    return entryOf(reply?.[0][1][0]);
  };
  const next = () =>
    fetch(async () => {
      if (seen === returns()) return read('>');
      seen = returns();
      // An answer that was lost with its connection has left its entry with us.
      return (await read('0')) ?? read('>');
    });
  const left = () => fetch(() => claimed(redis, prefix, name, { leaseMs, maxDeliveries }));

  // The server must not take a long service for the silence of a dead consumer.
  const renewal = setInterval(() => {
    if (current) void redis.xclaim(stream, group, name, 0, current.id, 'JUSTID').catch(() => {});
  }, leaseMs / 3);

  return {
    async receive() {
      current = undefined;
      while (current === undefined && !stopped()) {
        if (Date.now() - looked >= lookEveryMs) {
          looked = Date.now();
          current = await left();
        }
        current ??= await next();
      }
      return current?.message;
    },
    acknowledge() {
      const { id } = current as Entry;
      current = undefined;
      withTheNext(redis);
      return surely(() => {
        void redis.xack(stream, group, id).catch(() => {});
        return redis.xdel(stream, id);
      });
    },
    async reject() {
      // It stays with this consumer, is renewed no more, and is claimed when the lease has run out.
      current = undefined;
    },
    stop,
    async close() {
      clearInterval(renewal);
      redis.disconnect();
    },
  };
}

/** An entry of a consumer that was silent too long; those that were delivered too often are put aside. */
async function claimed(
  redis: Redis,
  prefix: string,
  name: string,
  { leaseMs, maxDeliveries }: DeliveryTerms,
): Promise<Entry | undefined> {
  const stream = streamKey(prefix);
  for (;;) {
    const reply = (await redis.callBuffer(
      ...['XAUTOCLAIM', stream, group, name, String(leaseMs), '0-0', 'COUNT', '1'],
    )) as [Buffer, [Buffer, Buffer[]][]];
    const entry = entryOf(reply[1][0]);
    if (entry === undefined) return undefined;
    const pending = await redis.xpending(stream, group, entry.id.toString(), entry.id.toString(), 1);
    const deliveries = Number((pending as [string, string, number, number][])[0]?.[3] ?? 1);
    if (deliveries <= maxDeliveries) return entry;
    await redis
      .multi()
      .xadd(deadKey(prefix), '*', field, entry.message)
      .xack(stream, group, entry.id)
      .xdel(stream, entry.id)
      .exec();
  }
}

const entryOf = (entry: [Buffer, Buffer[]] | undefined): Entry | undefined =>
  entry?.[1] && { id: entry[0], message: entry[1][1] };
