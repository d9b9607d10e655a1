import type { Broker } from '../broker.js';
import { LiveUnavailable } from '../problem.js';

/** Every broker by the name it has in a scenario; each is loaded only when it is used. */
export const brokers = {
  zeromq: async () => (await import('./zeromq/index.js')).zeromq,
  'zeromq-push-pull': async () => (await import('./zeromq-push-pull/index.js')).zeromqPushPull,
  'zeromq-req-rep': async () => (await import('./zeromq-req-rep/index.js')).zeromqReqRep,
  'redis-list': async () => (await import('./redis-list/index.js')).redisList,
  'redis-stream': async () => (await import('./redis-stream/index.js')).redisStream,
  bullmq: async () => (await import('./bullmq/index.js')).bullmq,
  'redis-list-batch': async () => (await import('./redis-list-batch/index.js')).redisListBatch,
  'redis-list-pop': async () => (await import('./redis-list-pop/index.js')).redisListPop,
  'in-process': async () => (await import('./in-process/index.js')).inProcess,
} satisfies Readonly<Record<string, () => Promise<Broker>>>;

export async function brokerNamed(name: string): Promise<Broker> {
  if (!Object.hasOwn(brokers, name)) {
    throw new LiveUnavailable(`there is no broker "${name}"; known are ${Object.keys(brokers).join(', ')}`);
  }
  try {
    return await brokers[name as keyof typeof brokers]();
  } catch (error) {
    if (name === 'bullmq' && (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new LiveUnavailable('bullmq does not come with sojourn: npm install bullmq');
    throw new LiveUnavailable(`the client of "${name}" does not load here: ${(error as Error).message}`);
  }
}
