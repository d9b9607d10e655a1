import type { Sender } from '../../broker.js';
import { connect } from './connect.js';
import { told } from './fetcher.js';
import type { RedisAddress } from './open.js';

/** The list of messages that wait. */
export const queueKey = (prefix: string): string => `${prefix}:queue`;

/** Inserts each message at the far end of the list: LPUSH. */
export async function listSender({ url, prefix }: RedisAddress): Promise<Sender> {
  const redis = await connect(url);
  const queue = queueKey(prefix);
  return {
    send: message => told(redis.lpush(queue, message), url),
    close: async () => redis.disconnect(),
  };
}
