import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Broker } from '../../broker.js';
import { processorSecondsOf } from '../../processor.js';
import { packageVersion } from '../package-version.js';
import { connectReceiver, connectSender } from './client.js';
import { connect, placeOf } from './connect.js';
import { processingKey, queueKey } from './keys.js';
import { ownServer } from './own-server.js';

/**
 * A Redis list as a reliable queue: LPUSH, BLMOVE into a list for each consumer, LREM to acknowledge. One
 * central queue. At least once: what a dead consumer held stays in its list.
 */
export const redisList: Broker = {
  name: 'redis-list',
  colocated: false,
  async open({ consumers, redisUrl }) {
    const own = redisUrl === undefined ? await ownServer() : undefined;
    const url = redisUrl ?? (own?.url as string);
    const prefix = `sojourn:${randomBytes(8).toString('hex')}`;
    let probe: Redis;
    try {
      probe = await connect(url);
    } catch (error) {
      await own?.close();
      throw error;
    }
    const processing = Array.from({ length: consumers }, (_, consumer) => processingKey(prefix, consumer));
    const keys = [queueKey(prefix), ...processing];
    let closed = false;
    const disconnected = new Promise<string>(resolve => {
      probe.on('end', () => {
        if (!closed) resolve(`the connection to ${placeOf(url)} was lost`);
      });
    });
    return {
      software: `${await versionOf(probe)}, ioredis ${packageVersion('ioredis')}`,
      address: { url, prefix },
      lost: own ? Promise.race([own.lost, disconnected]) : disconnected,
      async depth() {
        const transaction = probe.multi();
        for (const key of keys) transaction.llen(key);
        const replies = (await transaction.exec()) ?? [];
        return replies.reduce((sum, [, length]) => sum + Number(length), 0);
      },
      processorSeconds: () => (own ? processorSecondsOf(own.pid) : undefined),
      async close() {
        if (closed) return;
        closed = true;
        if (probe.status === 'ready') await probe.del(...keys);
        probe.disconnect();
        await own?.close();
      },
    };
  },
  connectSender,
  connectReceiver,
};

/** `redis-server 7.0.15` or `valkey-server 8.0.1`, by the server's own words. */
async function versionOf(redis: Redis): Promise<string> {
  const info = await redis.info('server');
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1].trim();
  return field('server_name') === 'valkey'
    ? `valkey-server ${field('valkey_version')}`
    : `redis-server ${field('redis_version')}`;
}
