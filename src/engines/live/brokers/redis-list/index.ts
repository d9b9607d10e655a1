import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Broker, OpenBroker } from '../../broker.js';
import { LiveUnavailable } from '../../problem.js';
import { processorSecondsOf } from '../../processor.js';
import { packageVersion } from '../package-version.js';
import { connectReceiver, connectSender } from './client.js';
import { connect, placeOf, unavailable } from './connect.js';
import { processingKey, queueKey } from './keys.js';
import { type OwnServer, ownServer } from './own-server.js';
import { serverOf } from './server-version.js';

/** A server that is alive answers a count within this time. */
const answerMs = 5000;

/**
 * A Redis list as a reliable queue: LPUSH, BLMOVE into a list for each consumer, LREM to acknowledge. One
 * central queue. At least once: what a dead consumer held stays in its list.
 */
export const redisList: Broker = {
  name: 'redis-list',
  colocated: false,
  async open({ consumers, redisUrl }) {
    if (redisUrl !== undefined) return openAt(redisUrl, consumers);
    const own = await ownServer();
    try {
      return await openAt(own.url, consumers, own);
    } catch (error) {
      await own.close();
      throw error;
    }
  },
  connectSender,
  connectReceiver,
};

async function openAt(url: string, consumers: number, own?: OwnServer): Promise<OpenBroker> {
  const probe = await connect(url, { commandTimeout: answerMs });
  const server = await serverOf(probe).catch(error => {
    probe.disconnect();
    throw error instanceof LiveUnavailable ? error : unavailable(error, url);
  });
  const prefix = `sojourn:${randomBytes(8).toString('hex')}`;
  const processing = Array.from({ length: consumers }, (_, consumer) => processingKey(prefix, consumer));
  const keys = [queueKey(prefix), ...processing];
  let closed = false;
  const disconnected = new Promise<string>(resolve => {
    probe.on('end', () => {
      if (!closed) resolve(`the connection to ${placeOf(url)} was lost`);
    });
  });
  return {
    software: `${server}, ioredis ${packageVersion('ioredis')}`,
    address: { url, prefix },
    lost: own ? Promise.race([own.lost, disconnected]) : disconnected,
    async depth() {
      const transaction = probe.multi();
      for (const key of keys) transaction.llen(key);
      const replies = (await transaction.exec()) ?? [];
      return replies.reduce((sum, [, length]) => sum + Number(length), 0);
    },
    processorSeconds: () => own && processorSecondsOf(own.pid),
    async close() {
      if (closed) return;
      closed = true;
      if (own === undefined) await remove(probe, keys);
      probe.disconnect();
      await own?.close();
    },
  };
}

/** Takes our keys from a server that is not ours. */
async function remove(probe: Redis, keys: readonly string[]): Promise<void> {
  if (probe.status !== 'ready') return;
  try {
    await probe.del(...keys);
  } catch {
    // The server is gone or stands still: it takes no orders, and the run has said so.
  }
}
