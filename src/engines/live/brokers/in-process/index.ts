import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import type { Address, Broker, Receiver } from '../../broker.js';
import { Post } from './post.js';

/** By name: the queues that live in this thread. */
const posts = new Map<string, Post>();

/**
 * The null instrument: a queue in the consumers' own process, with the producer in a thread beside them. What
 * it measures is the harness itself: nothing is sent anywhere. At most once.
 */
export const inProcess: Broker = {
  name: 'in-process',
  packages: [],
  colocated: true,
  topology: () => ({ kind: 'shared' }),
  guarantee: 'at-most-once',
  open: async () => ({
    software: `Node ${process.versions.node}`,
    address: { queue: randomUUID() },
    lost: new Promise<string>(() => {}),
    close: async () => {},
  }),
  async connectSender({ queue }: Address) {
    const channel = new BroadcastChannel(queue as string);
    return {
      send: async message => channel.postMessage(message),
      close: async () => channel.close(),
    };
  },
  connectReceiver: async ({ queue }: Address) => receiverOf(queue as string),
};

function receiverOf(queue: string): Receiver {
  const post = posts.get(queue) ?? new Post(queue);
  posts.set(queue, post);
  post.readers++;
  let stopped = false;
  let waiting: ((message: Buffer | undefined) => void) | undefined;
  let closed = false;
  return {
    receive: () => (stopped ? Promise.resolve(undefined) : post.take(waiter => (waiting = waiter))),
    acknowledge: () => undefined,
    reject: async () => {},
    stop() {
      stopped = true;
      if (waiting) post.forget(waiting);
    },
    async close() {
      if (closed) return;
      closed = true;
      if (--post.readers > 0) return;
      posts.delete(queue);
      post.close();
    },
  };
}
