import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Address, BrokerOptions, OpenBroker } from '../../broker.js';
import { LiveUnavailable } from '../../problem.js';
import { processorSecondsOf } from '../../processor.js';
import { packageVersion } from '../package-version.js';
import { again } from './again.js';
import { type ConnectOptions, connect, placeOf, unavailable } from './connect.js';
import { type OwnServer, ownServer } from './own-server.js';
import { serverOf } from './server-version.js';

/** A server that is alive answers a count within this time. */
const answerMs = 5000;

/** From where the roles connect. */
export interface RedisAddress extends Address, Pick<ConnectOptions, 'comesBack' | 'sentinels'> {
  readonly url: string;
  /** Of every key of the run; nothing else on the server is touched. */
  readonly prefix: string;
  /** Consumers of the run, and most messages in the queue, those with consumers included; absent: no limit. */
  readonly consumers: number;
  readonly capacity?: number;
  /** Every key of the run, on a server of the user; one of our own ends with us. */
  readonly leftKeys?: 'all' | readonly string[];
}

/** What one kind of queue is on a Redis server. */
export interface RedisQueue {
  /** Every key that the run may leave; `all` where only the server can list those that begin with the prefix. */
  readonly keys: 'all' | ((prefix: string, consumers: number) => readonly string[]);
  /** Messages that wait or are with a consumer; only those that wait, where it says so. */
  readonly depth: (probe: Redis, prefix: string, consumers: number) => Promise<number>;
  readonly depthOfQueueOnly?: boolean;
  /** More that the roles must know. */
  readonly address?: Address;
  /** What must be there before the roles connect. */
  readonly prepare?: (probe: Redis, prefix: string) => Promise<unknown>;
  readonly deadLetters?: (probe: Redis, prefix: string) => Promise<readonly Buffer[]>;
  /** Done again and again while the queue is open. */
  readonly tend?: {
    readonly everyMs: number;
    readonly act: (probe: Redis, prefix: string, consumers: number) => Promise<unknown>;
  };
}

/** The queue on the server of the user, or on one of our own that ends with us. */
export async function openRedis(queue: RedisQueue, options: BrokerOptions): Promise<OpenBroker> {
  const { redisUrl, settings = {} } = options;
  if (redisUrl !== undefined) {
    const ours = (['persistence', 'availability'] as const).find(key => settings[key] !== undefined);
    if (ours)
      throw new LiveUnavailable(
        `live.${ours} is said of a server that the run starts itself: leave it out, or the URL of yours`,
      );
    return openAt(queue, redisUrl, options);
  }
  const own = await ownServer(settings);
  try {
    return await openAt(queue, own.url, options, own);
  } catch (error) {
    await own.close();
    throw error;
  }
}

async function openAt(
  queue: RedisQueue,
  url: string,
  { consumers, capacity, comesBack = false }: BrokerOptions,
  own?: OwnServer,
): Promise<OpenBroker> {
  const sentinels = own?.sentinels;
  const way = { comesBack, ...(sentinels && { sentinels }) };
  const probe = await connect(url, { commandTimeout: answerMs, ...way });
  const prefix = `sojourn:${randomBytes(8).toString('hex')}`;
  let server: string;
  try {
    server = await serverOf(probe);
    await queue.prepare?.(probe, prefix);
  } catch (error) {
    probe.disconnect();
    throw error instanceof LiveUnavailable ? error : unavailable(error as Error, url);
  }
  let closed = false;
  const disconnected = new Promise<string>(resolve => {
    probe.on('end', () => {
      if (!closed) resolve(`the connection to ${placeOf(url)} was lost`);
    });
  });
  const { tend, deadLetters } = queue;
  const tending =
    tend &&
    setInterval(() => {
      // A server that is lost is told of elsewhere.
      void tend.act(probe, prefix, consumers).catch(() => {});
    }, tend.everyMs);
  const keys = queue.keys === 'all' ? queue.keys : queue.keys(prefix, consumers);
  const address: RedisAddress = {
    ...queue.address,
    url,
    prefix,
    consumers,
    ...(capacity !== undefined && { capacity }),
    ...way,
    ...(own === undefined && { leftKeys: keys }),
  };
  return {
    software: `${server}, ioredis ${packageVersion('ioredis')}`,
    address,
    lost: own ? Promise.race([own.lost, disconnected]) : disconnected,
    depth: () => queue.depth(probe, prefix, consumers),
    ...(queue.depthOfQueueOnly && { depthOfQueueOnly: true }),
    ...(deadLetters && { deadLetters: () => deadLetters(probe, prefix) }),
    ...(own && {
      restart: {
        kill: own.restart.kill,
        async start() {
          await own.restart.start();
          await again(probe, async () => queue.prepare?.(probe, prefix), { repeat: true });
        },
      },
    }),
    processorSeconds: () => own?.pids().reduce((sum, pid) => sum + (processorSecondsOf(pid) ?? 0), 0),
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(tending);
      if (own === undefined) await remove(probe, prefix, keys);
      probe.disconnect();
      await own?.close();
    },
  };
}

/** Takes our keys from a server that is not ours. */
async function remove(probe: Redis, prefix: string, keys: 'all' | readonly string[]): Promise<void> {
  if (probe.status !== 'ready') return;
  try {
    await removeKeys(probe, prefix, keys);
  } catch {
    // The server is gone or stands still: it takes no orders, and the run has said so.
  }
}

/** The sum of the lengths of lists, counted at one moment. */
export async function listLengths(probe: Redis, keys: readonly string[]): Promise<number> {
  const transaction = probe.multi();
  for (const key of keys) transaction.llen(key);
  const replies = (await transaction.exec()) ?? [];
  return replies.reduce((sum, [, length]) => sum + Number(length), 0);
}

/** Takes the keys of a run from the server of the user, when nobody else can any more. */
export async function sweepRedis({ url, prefix, leftKeys }: RedisAddress): Promise<void> {
  if (leftKeys === undefined) return;
  const redis = await connect(url);
  await removeKeys(redis, prefix, leftKeys);
  redis.disconnect();
}

async function removeKeys(redis: Redis, prefix: string, keys: 'all' | readonly string[]): Promise<void> {
  if (keys !== 'all') {
    await redis.del(...keys);
    return;
  }
  for await (const some of redis.scanStream({ match: `${prefix}:*`, count: 1000 })) {
    if ((some as string[]).length > 0) await redis.del(...(some as string[]));
  }
}
