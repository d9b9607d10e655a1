import type { FaultSpec } from './type.js';

/** The real queues that a scenario can ask for, each with a line about it. */
export const brokers = {
  zeromq:
    'ZeroMQ ROUTER and DEALER with a dispatcher: send, receive, acknowledge; so many messages in the hands of each consumer as it has credit; needs no server',
  'zeromq-push-pull':
    'ZeroMQ PUSH and PULL, a queue for each consumer in turn, no acknowledgement; needs no server',
  'zeromq-req-rep': 'ZeroMQ REQ and REP, a synchronous client for each consumer; needs no server',
  'redis-list':
    'a Redis list with acknowledgement: insert (LPUSH), get (BLMOVE), delete by value (LREM); needs redis-server or valkey-server',
  'redis-stream':
    'a Redis stream with a group of consumers: XADD, XREADGROUP, XACK, XAUTOCLAIM; needs redis-server or valkey-server',
  bullmq:
    'BullMQ: Queue.add and a Worker with one job at a time, locks and stalled checks; needs redis-server or valkey-server, and npm install bullmq',
  'redis-list-batch':
    'a Redis list from which a consumer takes several messages at once (BLMPOP), no acknowledgement; needs redis-server 7 or valkey-server',
  'redis-list-pop':
    'a Redis list without acknowledgement: LPUSH and BRPOP; needs redis-server or valkey-server',
  'in-process': 'a queue in memory, which shows what the measuring itself costs',
} as const;

/** What can be set of a queue, by the name of the key in `live`. */
export type BrokerSetting =
  | 'producers'
  | 'credit'
  | 'prefetch'
  | 'acknowledgeEvery'
  | 'acknowledgeWithin'
  | 'highWaterMark'
  | 'batch'
  | 'lease'
  | 'maxDeliveries'
  | 'persistence'
  | 'availability'
  | 'encryption';

const acknowledging = ['acknowledgeEvery', 'acknowledgeWithin', 'lease', 'maxDeliveries'] as const;

/** Which of the settings each queue knows. */
export const brokerSettings: Readonly<Record<keyof typeof brokers, readonly BrokerSetting[]>> = {
  zeromq: ['producers', 'credit', ...acknowledging, 'encryption'],
  'zeromq-push-pull': ['highWaterMark', 'encryption'],
  'zeromq-req-rep': ['encryption'],
  'redis-list': ['producers', 'prefetch', ...acknowledging, 'persistence', 'availability'],
  'redis-stream': ['producers', 'prefetch', ...acknowledging, 'persistence', 'availability'],
  bullmq: ['producers', 'lease', 'maxDeliveries', 'persistence'],
  'redis-list-batch': ['producers', 'batch', 'persistence', 'availability'],
  'redis-list-pop': ['producers', 'persistence', 'availability'],
  'in-process': [],
};

const onConsumers = ['kill', 'pause', 'slow'] as const;
const onAll = [...onConsumers, 'cut', 'restart'] as const;

/** What can be made to go wrong with each queue. */
export const brokerFaults: Readonly<Record<keyof typeof brokers, readonly FaultSpec['fault'][]>> = {
  zeromq: onAll,
  // Without a server between the ends there is none to restart, and a connection that breaks takes its pipe along.
  'zeromq-push-pull': onConsumers,
  'zeromq-req-rep': onConsumers,
  'redis-list': onAll,
  'redis-stream': onAll,
  bullmq: onAll,
  'redis-list-batch': onAll,
  'redis-list-pop': onAll,
  // Its consumers live in its own process.
  'in-process': [],
};

/** Seconds that a message waits at most to be acknowledged with others, where nothing is said. */
export const usualAcknowledgeWithin = 0.1;

/** Messages that a socket of ZeroMQ holds for each consumer where nothing is said. */
export const usualHighWaterMark = 1000;

/**
 * What a queue with a capacity counts, at the moment at which a message comes: all messages that are not acknowledged
 * yet, or only those that wait, so that it has room for the capacity less the consumers. Absent: it keeps no capacity.
 */
export const brokerRoom: Readonly<Partial<Record<string, 'all' | 'waiting'>>> = {
  zeromq: 'all',
  'zeromq-req-rep': 'all',
  'redis-list': 'all',
  'redis-stream': 'all',
  'redis-list-pop': 'waiting',
};
