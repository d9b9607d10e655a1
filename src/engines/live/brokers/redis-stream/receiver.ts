import type { Redis } from 'ioredis';
import type { Address, Receiver } from '../../broker.js';
import { Ahead } from '../ahead.js';
import type { DeliveryTerms } from '../delivery.js';
import { type FetchAddress, tellsAside } from '../redis/delivery.js';
import { fetcher } from '../redis/fetcher.js';
import { Together } from '../together.js';
import { deadKey, field, group, streamKey } from './keys.js';

interface Entry {
  readonly id: Buffer;
  readonly message: Buffer;
}

/** The answer to XREADGROUP on one stream; null when there was nothing for so long. */
type Read = [Buffer, [Buffer, Buffer[]][]][] | null;

/** A consumer of the group. Those that wait are served in the order in which they asked. */
export async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const terms = address as FetchAddress;
  const { prefix, leaseMs, prefetch } = terms;
  const own = await fetcher(terms, tellsAside(terms));
  const { redis, aside, fetch, returns, surely, stop, stopped, close } = own;
  const stream = streamKey(prefix);
  const name = String(consumer);
  const lookEveryMs = leaseMs / 2;
  /** Fetched, not known to be acknowledged, and not to be left to others. */
  const hands = new Set<Entry>();
  let current: Entry | undefined;
  let looked = Date.now();
  let seen = 0;

  // Blocked for no longer than it takes until the next look at what others have left.
  const block = Math.max(1, Math.round(lookEveryMs));
  /** The next entries of the stream, or from `0` the first of those that are with us. */
  const read = (from: '>' | '0', count: number) =>
    redis.xreadgroupBuffer(
      ...(['GROUP', group, name, 'COUNT', count, 'BLOCK', block, 'STREAMS', stream, from] as const),
    ) as Promise<Read>;
  const isStrange = (entry?: Entry) => entry && ![...hands].some(({ id }) => id.equals(entry.id));
  /** An answer that was lost with its connection has left its entry with us. */
  const stranded = async () => {
    seen = returns();
    return entriesOf(await read('0', hands.size + 1)).find(isStrange);
  };
  const fresh = () => read('>', 1).then(firstOf);
  const next = () => fetch(() => (seen === returns() ? fresh() : stranded().then(found => found ?? fresh())));
  const left = () => fetch(() => claimed(redis, prefix, name, terms));

  // The server must not take a long service for the silence of a dead consumer.
  const renewal = setInterval(() => {
    const ids = [...hands].map(({ id }) => id);
    if (ids.length > 0) void aside.xclaim(stream, group, name, 0, ...ids, 'JUSTID').catch(() => {});
  }, leaseMs / 3);

  const ahead = new Ahead(prefetch, async () => {
    let entry: Entry | undefined;
    while (entry === undefined && !stopped()) {
      if (Date.now() - looked >= lookEveryMs) {
        entry = await left();
        // Whoever was found to have left one may have left more.
        if (entry === undefined) looked = Date.now();
      }
      entry ??= await next();
    }
    if (entry) hands.add(entry);
    return entry;
  });
  const acknowledgements = new Together<Entry>(terms, async served => {
    const ids = served.map(({ id }) => id);
    await surely(() => {
      void aside.xack(stream, group, ...ids).catch(() => {});
      return aside.xdel(stream, ...ids);
    });
    for (const entry of served) hands.delete(entry);
  });

  return {
    async receive() {
      current = await ahead.receive();
      return current?.message;
    },
    acknowledge: () => acknowledgements.add(current as Entry),
    async reject() {
      // It stays with this consumer, is renewed no more, and is claimed when the lease has run out.
      hands.delete(current as Entry);
    },
    stop,
    async close() {
      clearInterval(renewal);
      acknowledgements.close();
      close();
    },
  };
}

/** Where the entries that are with consumers begin; XAUTOCLAIM tells it, too, when it has come to their end. */
const start = '0-0';

/** An entry of a consumer that was silent too long; those that were delivered too often are put aside. */
async function claimed(
  redis: Redis,
  prefix: string,
  name: string,
  { leaseMs, maxDeliveries }: DeliveryTerms,
): Promise<Entry | undefined> {
  const stream = streamKey(prefix);
  let from = start;
  do {
    const reply = (await redis.callBuffer(
      ...['XAUTOCLAIM', stream, group, name, String(leaseMs), from, 'COUNT', '1'],
    )) as [Buffer, [Buffer, Buffer[]][]];
    const entry = entryOf(reply[1][0]);
    // It looks at ten entries at a time, all of which others may hold rightly.
    from = reply[0].toString();
    if (entry === undefined) continue;
    const pending = await redis.xpending(stream, group, entry.id.toString(), entry.id.toString(), 1);
    const deliveries = Number((pending as [string, string, number, number][])[0]?.[3] ?? 1);
    if (deliveries <= maxDeliveries) return entry;
    await redis
      .multi()
      .xadd(deadKey(prefix), '*', field, entry.message)
      .xack(stream, group, entry.id)
      .xdel(stream, entry.id)
      .exec();
  } while (from !== start);
  return undefined;
}

const firstOf = (reply: Read): Entry | undefined => (reply === null ? undefined : entryOf(reply[0][1][0]));

const entriesOf = (reply: Read): (Entry | undefined)[] => (reply === null ? [] : reply[0][1].map(entryOf));

const entryOf = (entry: [Buffer, Buffer[]] | undefined): Entry | undefined =>
  entry?.[1] && { id: entry[0], message: entry[1][1] };
