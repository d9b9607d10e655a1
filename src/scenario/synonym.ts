/** Words that people bring from elsewhere, and what they are called here. */
const synonyms: Readonly<Record<string, string>> = {
  fifo: 'fcfs',
  lifo: 'lcfs',
  random: 'siro',
  zmq: 'zeromq',
  '0mq': 'zeromq',
  redis: 'redis-list',
  list: 'redis-list',
  stream: 'redis-stream',
  streams: 'redis-stream',
  memory: 'in-process',
  constant: 'deterministic',
  fixed: 'deterministic',
  markov: 'exponential',
  exponential: 'poisson',
};

export function synonym(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const name = Object.hasOwn(synonyms, typed) ? synonyms[typed] : undefined;
  return name !== undefined && known.includes(name) ? name : undefined;
}
