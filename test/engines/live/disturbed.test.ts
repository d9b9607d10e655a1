import { expect, test } from 'vitest';
import { measure } from '../../../src/engines/live/index.js';
import { needsRedis } from './redis.js';
import { customers, ofRuns, scenario } from './runs.js';

const count = 200;
const kill = 'faults: [{ fault: kill, at: 500ms, consumer: 1 }]';

const run = (live: string) => measure(scenario(live), { customers: customers(count) });

test.for(['zeromq', 'redis-list', 'redis-stream'])(
  '%s loses nothing when a consumer is killed, and brings what it held to another',
  async (broker, context) => {
    if (broker.startsWith('redis')) needsRedis(context);
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
  const taken = (consumer: number) =>
    observations.finished.filter(
      (end, i) => observations.consumer[i] === consumer && end - observations.started[i] < 0.019,
    ).length;
  // What it held when it was told to be slow ends as it began.
  expect(taken(0)).toBeLessThanOrEqual(1);
  expect(taken(1)).toBeGreaterThan(1);
});
