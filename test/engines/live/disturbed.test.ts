import { expect, test } from 'vitest';
import { measure } from '../../../src/engines/live/index.js';
import { needsRedis, userServer } from './redis.js';
import { customers, ofRuns, scenario } from './runs.js';

const count = 200;
const kill = 'faults: [{ fault: kill, at: 500ms, consumer: 1 }]';

const run = (live: string) => measure(scenario(live), { customers: customers(count) });

test.for(['zeromq', 'redis-list', 'redis-stream', 'bullmq'])(
  '%s loses nothing when a consumer is killed, and brings what it held to another',
  async (broker, context) => {
    if (broker !== 'zeromq') needsRedis(context);
    const { record, problem } = await run(`broker: ${broker}, lease: 300ms, ${kill}`);
    expect(problem).toBeUndefined();
    expect(record.ledger).toMatchObject({ sent: count, processed: count, lost: 0, deadLettered: 0 });
    // A consumer holds one message at most, and whoever is killed between work and acknowledgement did it twice.
    expect(record.ledger.redelivered).toBeLessThanOrEqual(1);
    expect(record.ledger.duplicated).toBeLessThanOrEqual(1);
    expect(record.disturbed?.faults).toEqual(['kill consumer 1 at 500 ms']);
    expect(record.partial).toBe(false);
    expect(ofRuns()).toEqual([]);
  },
);

test.for([
  ['redis-list-pop', 1],
  ['redis-list-batch', 10],
  ['zeromq-req-rep', 1],
  ['zeromq-push-pull', count],
] as const)('%s loses no more than the killed consumer had', async ([broker, most], context) => {
  if (broker.startsWith('redis')) needsRedis(context);
  const { record, problem } = await run(`broker: ${broker}, ${kill}`);
  expect(problem).toBeUndefined();
  const { sent, processed = 0, lost, duplicated } = record.ledger;
  expect(sent).toBe(count);
  expect(processed + lost).toBe(count);
  expect(lost).toBeLessThanOrEqual(most);
  expect(duplicated).toBe(0);
});

test('poison is put aside after so many deliveries, and nothing else is', async context => {
  needsRedis(context);
  const { record } = await run('broker: redis-list, poison: 5%, maxDeliveries: 3');
  const { lost, processed = 0, deadLettered = 0, failed = 0, redelivered = 0 } = record.ledger;
  expect(deadLettered).toBeGreaterThan(0);
  expect(processed + deadLettered).toBe(count);
  expect(failed).toBe(3 * deadLettered);
  expect(redelivered).toBe(2 * deadLettered);
  expect(lost).toBe(0);
});

test('what fails now and then is done in the end', async () => {
  const { record } = await run('broker: zeromq, failing: 20%, maxDeliveries: 100');
  const { processed, failed = 0, redelivered, lost } = record.ledger;
  expect(processed).toBe(count);
  expect(lost).toBe(0);
  expect(failed).toBeGreaterThan(0);
  expect(redelivered).toBe(failed);
});

test('a consumer that is stopped for longer than its lease is done without, and loses nothing', async () => {
  const stop = 'faults: [{ fault: pause, at: 300ms, consumer: 2, for: 900ms }]';
  const { record } = await run(`broker: zeromq, lease: 200ms, ${stop}`);
  expect(record.ledger).toMatchObject({ processed: count, lost: 0 });
  expect(ofRuns()).toEqual([]);
});

test('a slow consumer loses nothing and takes longer', async () => {
  const slow = 'faults: [{ fault: slow, at: 0s, consumer: 1, for: 5s, factor: 4 }]';
  const { record, observations } = await run(`broker: zeromq, ${slow}`);
  expect(record.ledger).toMatchObject({ processed: count, lost: 0 });
  const servicesOf = (consumer: number) =>
    [...observations.finished.keys()]
      .filter(i => observations.consumer[i] === consumer)
      .sort((a, b) => observations.started[a] - observations.started[b])
      .map(i => observations.finished[i] - observations.started[i]);
  // On a busy machine some are served before the word to be slow comes through.
  const slowed = servicesOf(0);
  expect(slowed.length).toBeGreaterThan(1);
  expect(Math.min(...slowed.slice(-Math.ceil(slowed.length / 2)))).toBeGreaterThan(0.019);
  expect(servicesOf(1).filter(time => time < 0.019).length).toBeGreaterThan(1);
});

const restart = 'faults: [{ fault: restart, at: 300ms, for: 200ms }]';

test.for(['redis-list', 'redis-stream', 'bullmq', 'redis-list-pop'])(
  '%s whose server is killed keeps its word when it has a log on disk',
  async (broker, context) => {
    needsRedis(context);
    const { record, problem } = await run(`broker: ${broker}, persistence: aof-always, ${restart}`);
    expect(problem).toBeUndefined();
    const { lost, processed = 0, duplicated } = record.ledger;
    // Where nothing comes twice, a message on its way either way is lost with the connection.
    if (broker !== 'redis-list-pop') expect(lost).toBe(0);
    expect(processed + lost).toBe(count);
    if (broker === 'redis-list-pop') expect(duplicated).toBe(0);
    expect(record.disturbed).toMatchObject({
      queueKilled: 'keeps',
      happened: [{ fault: 'restart', outage: expect.any(Number) }],
    });
    expect(record.partial).toBe(false);
    expect(ofRuns()).toEqual([]);
  },
);

test.for([
  ['zeromq', ''],
  ['redis-list', ''],
  ['redis-stream', 'persistence: rdb, '],
] as const)(
  '%s whose server forgets says what it lost, and goes on with the rest',
  async ([broker, more], context) => {
    if (broker !== 'zeromq') needsRedis(context);
    const { record, problem, observations } = await run(`broker: ${broker}, lease: 300ms, ${more}${restart}`);
    expect(problem).toBeUndefined();
    const { sent, lost, processed } = record.ledger;
    expect(sent).toBe(count);
    expect(processed).toBe(count - lost);
    expect(record.disturbed?.queueKilled).toBe(more === '' ? 'forgets' : 'partly');
    // The last came after the server was back.
    expect(Math.max(...observations.received.filter(time => !Number.isNaN(time)))).toBeGreaterThan(0.5);
  },
);

test.for(['zeromq', 'redis-list', 'redis-stream', 'bullmq'])(
  '%s loses nothing when the connections of a consumer break',
  async (broker, context) => {
    if (broker !== 'zeromq') needsRedis(context);
    const cut = 'faults: [{ fault: cut, at: 300ms, consumer: 2, for: 400ms }]';
    const { record, problem, observations } = await run(`broker: ${broker}, ${cut}`);
    expect(problem).toBeUndefined();
    expect(record.ledger).toMatchObject({ processed: count, lost: 0, deadLettered: 0 });
    const begun = record.disturbed?.happened?.[0].at ?? Number.NaN;
    const meanwhile = observations.received.filter(
      (time, i) => observations.consumer[i] === 1 && time > begun + 0.05 && time < begun + 0.35,
    );
    expect([...meanwhile]).toEqual([]);
  },
);

test('a sender that is cut off sends all of it when it is back, in a queue that delivers at least once', async context => {
  needsRedis(context);
  const { record } = await run('broker: redis-list, faults: [{ fault: cut, at: 300ms, for: 400ms }]');
  expect(record.ledger).toMatchObject({ sent: count, processed: count, lost: 0 });
  expect(record.disturbed?.happened?.[0].outage).toBeGreaterThan(0.2);
});

test('a server of the user is not killed', async context => {
  needsRedis(context);
  const { port } = await userServer();
  const redisUrl = `redis://127.0.0.1:${port}`;
  const killing = measure(scenario(`broker: redis-list, ${restart}`), {
    customers: customers(count),
    redisUrl,
  });
  await expect(killing).rejects.toThrow(/kills the server, and this one is not ours/);
  const keeping = measure(scenario('broker: redis-list, persistence: rdb'), {
    customers: customers(count),
    redisUrl,
  });
  await expect(keeping).rejects.toThrow(/leave it out, or the URL of yours/);
});

test.for(['redis-list', 'redis-stream'])(
  '%s with a replica goes on when the primary is killed, and loses no more than had not been copied',
  async (broker, context) => {
    needsRedis(context);
    const fault = 'faults: [{ fault: restart, at: 300ms, for: 3s }]';
    const { record, problem } = await run(`broker: ${broker}, availability: sentinel, ${fault}`);
    expect(problem).toBeUndefined();
    const { sent, lost, processed = 0 } = record.ledger;
    expect(sent).toBe(count);
    expect(processed + lost).toBe(count);
    // All was sent within a second, and the primary came back later: what was done after that, the replica did.
    expect(processed).toBeGreaterThan(count / 2);
    expect(record.disturbed?.queueKilled).toBe('partly');
    expect(ofRuns()).toEqual([]);
  },
);
