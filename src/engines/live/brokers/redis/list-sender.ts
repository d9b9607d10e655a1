import type { Redis } from 'ioredis';
import type { Guarantee } from '../../../../result/topology.js';
import type { Sender } from '../../broker.js';
import { again } from './again.js';
import { connect } from './connect.js';
import { told } from './fetcher.js';
import { oneWrite } from './one-write.js';
import type { RedisAddress } from './open.js';

/** The list of messages that wait. */
export const queueKey = (prefix: string): string => `${prefix}:queue`;

/** Inserts each message at the far end of the list: LPUSH. */
export async function listSender(address: RedisAddress, guarantee: Guarantee): Promise<Sender> {
  const queue = queueKey(address.prefix);
  return redisSender(address, guarantee, (redis, message) => redis.lpush(queue, message));
}

/**
 * Sends each message with a command. Where the connection comes back, messages wait for it; one whose answer was lost
 * with it is sent again where the queue is to deliver at least once, and then may come twice.
 */
export async function redisSender(
  { url, comesBack = false, sentinels }: RedisAddress,
  guarantee: Guarantee,
  insert: (redis: Redis, message: Buffer) => Promise<unknown>,
): Promise<Sender> {
  const redis = await connect(url, { comesBack, ...(sentinels && { sentinels }) });
  const repeat = guarantee === 'at-least-once';
  const gather = oneWrite(redis);
  const put = (message: Buffer) => {
    gather();
    return insert(redis, message);
  };
  return {
    send: message => told(comesBack ? again(redis, () => put(message), { repeat }) : put(message), url),
    close: async () => redis.disconnect(),
  };
}
