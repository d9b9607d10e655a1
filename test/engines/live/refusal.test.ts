import { expect, test } from 'vitest';
import { LiveUnavailable, measure, refusal } from '../../../src/engines/live/index.js';
import { brokerRoom } from '../../../src/scenario/brokers.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { customers } from './runs.js';

const possible = 'arrivals: 70/s\nservice: 20ms\nservers: 2\nlive: { broker: in-process }\n';

test('a plain station with a number of consumers can be driven', () => {
  expect(refusal(parseScenario(possible))).toBeUndefined();
});

test.each([
  ['servers=infinite', /number of consumers/],
  ['servers=65', /at most 64 consumers/],
  ['queue.capacity=10', /in-process keeps no capacity.*zeromq.* can/],
  ['queue.discipline=lcfs', /first come first served, not lcfs/],
  ['arrivals=1200/s', /more than the sender can pace/],
  ['service=4ms', /mean service of 4 ms is shorter/],
])('%s cannot, and the reason is told', async (setting, reason) => {
  const scenario = parseScenario(possible, { set: [setting.replace('queue.', 'stations.queue.')] });
  expect(refusal(scenario)).toMatch(reason);
  await expect(measure(scenario, { customers: customers(1) })).rejects.toThrow(LiveUnavailable);
});

test('a queue with room for so many acknowledges each message by itself', () => {
  const set = ['live.broker=redis-list', 'live.acknowledgeEvery=2', 'stations.queue.capacity=10'];
  expect(refusal(parseScenario(possible, { set }))).toMatch(/leave out the capacity or acknowledgeEvery/);
});

test('one consumer bears shorter virtual services than several, or than natural ones', () => {
  const short = (...set: string[]) => refusal(parseScenario(possible, { set: ['service=3ms', ...set] }));
  expect(short()).toMatch(/virtual services of 2 consumers/);
  expect(short('servers=1')).toBeUndefined();
  expect(short('servers=1', 'live.service=natural')).toMatch(/natural services of 1 consumer\)/);
});

test('clients can be driven as fast as they may ask, if nothing can go wrong and their draws are their own', () => {
  const of = (...set: string[]) =>
    refusal(parseScenario(possible.replace('arrivals: 70/s', 'clients: 20\nthink: 100ms'), { set }));
  expect(of()).toBeUndefined();
  expect(of('clients=1001')).toMatch(/at most 1000 clients/);
  expect(of('live.broker=zeromq', 'live.failing=0.1')).toMatch(/wait for its answer for ever/);
  // No faster than the consumers serve, whatever the clients would like.
  expect(of('clients=900', 'think=1ms')).toBeUndefined();
  expect(of('clients=900', 'think=1ms', 'servers=40')).toMatch(/more than the sender can pace/);
  expect(of('clients=130', 'servers=40')).toBeUndefined();
});

test('senders with a queue in themselves are one', () => {
  const several = {
    broker: 'zeromq-req-rep',
    messages: 10,
    service: 'virtual',
    payloadBytes: 0,
    producers: 2,
  } as const;
  expect(refusal({ ...parseScenario(possible), live: several })).toMatch(/has its queue in the sender/);
});

test('a queue keeps a capacity if somebody can count what it holds, and nothing goes wrong meanwhile', () => {
  const of = (broker: string, ...set: string[]) =>
    refusal(parseScenario(possible, { set: [`live.broker=${broker}`, 'stations.queue.capacity=5', ...set] }));
  for (const broker of Object.keys(brokerRoom)) expect(of(broker)).toBeUndefined();
  for (const broker of ['bullmq', 'zeromq-push-pull', 'redis-list-batch'])
    expect(of(broker)).toMatch(/keeps no capacity/);
  // Room for nobody to wait.
  expect(of('redis-list', 'stations.queue.capacity=2')).toBeUndefined();
  expect(of('redis-list-pop', 'stations.queue.capacity=2')).toMatch(/a capacity above 2/);
  expect(of('redis-list', 'live.failing=0.1')).toMatch(/no twin tells what becomes of a full queue/);
});

test('the highest rate of a profile counts, not the mean', () => {
  const wave = (peak: string) =>
    refusal(
      parseScenario(
        possible.replace('70/s', `{ process: profile, rates: [10/s, ${peak}], durations: [9s, 1s] }`),
      ),
    );
  expect(wave('1000/s')).toBeUndefined();
  expect(wave('1200/s')).toMatch(/more than the sender can pace/);
});

test('a network of stations cannot, and a scenario without a live run was not asked to', () => {
  const tandem =
    'arrivals: 70/s\nstations: { a: { servers: 2, service: 20ms }, b: { servers: 2, service: 20ms } }\n' +
    'routes: { arrive: a, a: b, b: leave }\nlive: { broker: in-process }\n';
  expect(refusal(parseScenario(tandem))).toMatch(/2 stations/);
  expect(refusal(parseScenario(possible.replace(/live.*/, '')))).toMatch(/no "live" section/);
});

test('who finds no room may come again, but not after who knows how long', () => {
  const full = ['live.broker=redis-list', 'stations.queue.capacity=5', 'stations.queue.whenFull=retry'];
  const of = (retry: string) => refusal(parseScenario(possible, { set: [...full, `retry=${retry}`] }));
  expect(of('{ delay: 20ms, multiplier: 2, maxAttempts: 8 }')).toBeUndefined();
  expect(of('{ delay: 20ms, multiplier: 2, maxAttempts: 80 }')).toMatch(
    /more than 60 s.*give the retry a cap/,
  );
  expect(of('{ delay: 20ms, multiplier: 2, cap: 1s, maxAttempts: 80 }')).toBeUndefined();
});
