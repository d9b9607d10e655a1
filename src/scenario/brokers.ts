/** The real queues that a scenario can ask for, each with a line about it. */
export const brokers = {
  zeromq: 'ZeroMQ sockets, one message in the hands of each consumer; needs no server',
  'redis-list': 'a Redis list with acknowledgement; needs redis-server or valkey-server',
  'in-process': 'a queue in memory, which shows what the measuring itself costs',
} as const;
