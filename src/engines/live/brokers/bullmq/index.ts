import { Queue } from 'bullmq';
import type { Address, Broker, Sender } from '../../broker.js';
import { type DeliveryTerms, deliveryTerms } from '../delivery.js';
import { packageVersion } from '../package-version.js';
import { again } from '../redis/again.js';
import { afterRestart, detour } from '../redis/breaks.js';
import { connect } from '../redis/connect.js';
import { told } from '../redis/fetcher.js';
import { listLengths, openRedis, type RedisAddress, sweepRedis } from '../redis/open.js';
import { dataOf, type JobData, keyOf, queueName } from './jobs.js';
import { connectReceiver } from './receiver.js';

/**
 * BullMQ: Queue.add, and a Worker with one job at a time, as its documentation has them. One central queue; a job sets a
 * mark that wakes one idle worker, which then asks for the job as those do that have just ended one. At least once: a
 * worker holds a lock on its job and renews it; when the lock has run out, a stalled check gives the job to another. A
 * job that failed too often stays among the failed ones, which are its dead letters.
 */
export const bullmq: Broker = {
  name: 'bullmq',
  server: 'redis-server or valkey-server',
  packages: ['bullmq'],
  colocated: false,
  topology: () => ({ kind: 'woken' }),
  guarantee: 'at-least-once',
  afterRestart,
  detour,
  async open(options) {
    const open = await openRedis(
      {
        keys: 'all',
        depth: (probe, prefix) =>
          listLengths(
            probe,
            ['wait', 'active'].map(kind => keyOf(prefix, kind)),
          ),
        async deadLetters(probe, prefix) {
          const ids = await probe.zrange(keyOf(prefix, 'failed'), '0', '-1');
          const jobs = await Promise.all(ids.map(id => probe.hget(keyOf(prefix, id), 'data')));
          return jobs.flatMap(data => (data === null ? [] : dataOf(JSON.parse(data) as JobData)));
        },
        address: deliveryTerms(options.settings),
      },
      options,
    );
    return { ...open, software: `${open.software}, bullmq ${packageVersion('bullmq')}` };
  },
  connectSender,
  connectReceiver,
  sweep: address => sweepRedis(address as RedisAddress),
};

async function connectSender(address: Address): Promise<Sender> {
  const { url, prefix, maxDeliveries, comesBack = false } = address as RedisAddress & DeliveryTerms;
  const connection = await connect(url, { comesBack });
  const queue = new Queue<JobData>(queueName, {
    connection,
    prefix,
    skipVersionCheck: true,
    defaultJobOptions: { attempts: maxDeliveries, removeOnComplete: true },
  });
  // What goes wrong is told by the promise of the message.
  queue.on('error', () => {});
  await queue.waitUntilReady();
  return {
    send(message) {
      const add = () => queue.add('message', { message: message.toString('base64') });
      return told(comesBack ? again(connection, add, { repeat: true }) : add(), url);
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}
