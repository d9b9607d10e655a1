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
  'redis-list-batch':
    'a Redis list from which a consumer takes several messages at once (BLMPOP), no acknowledgement; needs redis-server 7 or valkey-server',
  'redis-list-pop':
    'a Redis list without acknowledgement: LPUSH and BRPOP; needs redis-server or valkey-server',
  'in-process': 'a queue in memory, which shows what the measuring itself costs',
} as const;

/** What can be set of a queue, by the name of the key in `live`. */
export type BrokerSetting = 'credit' | 'highWaterMark' | 'batch' | 'lease' | 'maxDeliveries';

/** Which of the settings each queue knows. */
export const brokerSettings: Readonly<Record<keyof typeof brokers, readonly BrokerSetting[]>> = {
  zeromq: ['credit', 'lease', 'maxDeliveries'],
  'zeromq-push-pull': ['highWaterMark'],
  'zeromq-req-rep': [],
  'redis-list': ['lease', 'maxDeliveries'],
  'redis-stream': ['lease', 'maxDeliveries'],
  'redis-list-batch': ['batch'],
  'redis-list-pop': [],
  'in-process': [],
};
