import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { scenarioForm } from '../../src/scenario/text/scenario-form.js';
import { said } from './said.js';

const queue = (live: string) => `arrivals: 70/s\nservice: 20ms\nservers: 2\nlive: ${live}\n`;

test('a setting of the queue goes into the scenario and out again', () => {
  const scenario = parseScenario(queue('{ broker: zeromq, credit: 3 }'));
  expect(scenario.live).toMatchObject({ broker: 'zeromq', credit: 3, messages: 2000 });
  expect(parseScenario(JSON.stringify(scenarioForm(scenario))).live).toEqual(scenario.live);
});

test('a setting of another queue is a mistake that names the right one', () => {
  expect(() => parseScenario(queue('{ broker: redis-list, credit: 3 }'))).toThrow(
    /redis-list has no "credit"[\s\S]*expected it with zeromq$/,
  );
});

test.each([
  ['duration: 5s', 'a run with clients is as long as their answers take'],
  ['producers: 2', 'the clients are in one process'],
])('a run of clients has no %s', (setting, problem) => {
  const live = `clients: 5\nthink: 1s\nservice: 20ms\nservers: 2\nlive: { ${setting} }\n`;
  expect(said(live)).toContain(`5:9: ${problem}`);
});

test('a backlog that the sockets of a queue do not hold is a mistake', () => {
  const full = (live: string) =>
    queue(`{ broker: zeromq-push-pull${live} }`).replace('servers', 'backlog: 150\nservers');
  expect(said(full(', highWaterMark: 70'))).toContain('3:10: zeromq-push-pull holds no 150 messages');
  expect(() => parseScenario(full(', highWaterMark: 75'))).not.toThrow();
  expect(() => parseScenario(full(''))).not.toThrow();
});

test('senders whose queue is in themselves have no others beside them', () => {
  expect(said(queue('{ broker: zeromq-push-pull, producers: 2 }'))).toContain(
    'zeromq-push-pull has no "producers"',
  );
});

test('what is fetched ahead and acknowledged together goes into the scenario and out again', () => {
  const set = 'broker: redis-list, prefetch: 4, acknowledgeEvery: 10, acknowledgeWithin: 50ms';
  const scenario = parseScenario(queue(`{ ${set} }`));
  expect(scenario.live).toMatchObject({ prefetch: 4, acknowledgeEvery: 10, acknowledgeWithin: 0.05 });
  expect(parseScenario(JSON.stringify(scenarioForm(scenario))).live).toEqual(scenario.live);
});

test.each([
  ['{ broker: bullmq, prefetch: 2 }', 'bullmq has no "prefetch"'],
  ['{ broker: zeromq, prefetch: 2 }', 'zeromq has no "prefetch"'],
  ['{ broker: redis-list-pop, acknowledgeEvery: 2 }', 'redis-list-pop has no "acknowledgeEvery"'],
  [
    '{ broker: redis-list, acknowledgeWithin: 1s }',
    'each message is acknowledged by itself, and waits for no others',
  ],
])('%s is a mistake at its place', (live, problem) => {
  expect(said(queue(live))).toMatch(/4:\d+: /);
  expect(said(queue(live))).toContain(problem);
});
