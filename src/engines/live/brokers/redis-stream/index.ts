import type { Redis } from 'ioredis';
import type { Address, Broker, Sender } from '../../broker.js';
import { afterRestart, detour } from '../redis/breaks.js';
import { fetchTerms } from '../redis/delivery.js';
import { limitedSender } from '../redis/limited-sender.js';
import { redisSender } from '../redis/list-sender.js';
import { openRedis, type RedisAddress, sweepRedis } from '../redis/open.js';
import { deadKey, field, group, streamKey } from './keys.js';
import { connectReceiver } from './receiver.js';

/**
 * A Redis stream with one group of consumers: XADD, XREADGROUP of one entry at a time, XACK. One central queue.
 * At least once: the server knows which entry is with whom; what was silent for the length of the lease is
 * claimed by another consumer (XAUTOCLAIM), and put aside when it was delivered too often. What is acknowledged
 * is deleted, so that the length of the stream is what there is left to do.
 */
export const redisStream: Broker = {
  name: 'redis-stream',
  server: 'redis-server or valkey-server',
  packages: ['ioredis'],
  colocated: false,
  topology: ({ prefetch = 0 }) => (prefetch === 0 ? { kind: 'shared' } : { kind: 'prefetch', prefetch }),
  guarantee: 'at-least-once',
  afterRestart,
  detour,
  open: options =>
    openRedis(
      {
        keys: prefix => [streamKey(prefix), deadKey(prefix)],
        depth: (probe, prefix) => probe.xlen(streamKey(prefix)),
        deadLetters: async (probe, prefix) => {
          const entries = await probe.xrangeBuffer(deadKey(prefix), '-', '+');
          return entries.map(([, fields]) => fields[1]);
        },
        address: fetchTerms(options.settings),
        prepare,
      },
      options,
    ),
  connectSender,
  connectReceiver,
  sweep: address => sweepRedis(address as RedisAddress),
};

/** An entry is there until it is acknowledged, so the length of the stream is what it holds. */
const intoStream = `
if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('XADD', KEYS[1], '*', '${field}', ARGV[2])
return 1`;

async function connectSender(address: Address): Promise<Sender> {
  const { prefix, capacity: room } = address as RedisAddress;
  const stream = streamKey(prefix);
  if (room !== undefined)
    return limitedSender(address as RedisAddress, 'at-least-once', {
      script: intoStream,
      keys: [stream],
      room,
    });
  return redisSender(address as RedisAddress, 'at-least-once', (redis, message) =>
    redis.xadd(stream, '*', field, message),
  );
}

/** The group of consumers, from the first entry on; a server that came back may know it still. */
async function prepare(probe: Redis, prefix: string): Promise<void> {
  try {
    await probe.xgroup('CREATE', streamKey(prefix), group, '0', 'MKSTREAM');
  } catch (error) {
    if (!/^BUSYGROUP/.test((error as Error).message)) throw error;
  }
}
