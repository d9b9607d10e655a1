import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';

const live = (words: string) => `arrivals: 70/s\nservice: 20ms\nservers: 2\nlive: { ${words} }\n`;
const faults = (words: string) => parseScenario(live(words)).live?.faults;

test('a server is restarted, a connection cut, of a consumer or of the sender', () => {
  expect(
    faults(
      'broker: redis-list, persistence: aof-always, faults: [{ fault: restart, at: 1s, for: 200ms }, { fault: cut, at: 2s }, { fault: cut, at: 3s, consumer: 2 }]',
    ),
  ).toEqual([
    { fault: 'restart', at: 1, for: 0.2 },
    { fault: 'cut', at: 2 },
    { fault: 'cut', at: 3, consumer: 2 },
  ]);
});

test.each([
  ['broker: zeromq, faults: [{ fault: kill, at: 1s }]', /"consumer" is missing[\s\S]*whom to kill/],
  ['broker: redis-list, faults: [{ fault: restart, at: 1s, consumer: 1 }]', /no consumer/],
  [
    'broker: zeromq-push-pull, faults: [{ fault: restart, at: 1s }]',
    /zeromq-push-pull cannot suffer a restart[\s\S]*redis-list/,
  ],
  ['broker: in-process, faults: [{ fault: kill, at: 1s, consumer: 1 }]', /in-process cannot suffer a kill/],
  ['broker: zeromq, faults: [{ fault: cut, at: 1s }]', /"consumer" is missing: ZeroMQ itself/],
  ['broker: zeromq, persistence: rdb', /zeromq has no "persistence"/],
])('%s', (words, message) => {
  expect(() => faults(words)).toThrow(message);
});
