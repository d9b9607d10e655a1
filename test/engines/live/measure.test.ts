import { beforeEach, describe, expect, test } from 'vitest';
import { brokers, type LiveProgress, measure } from '../../../src/engines/live/index.js';
import { needsRedis } from './redis.js';
import { customers, ofRuns, scenario } from './runs.js';

const count = 60;
/** Queues that nobody can ask how much they hold. */
const withoutDepth = ['in-process', 'zeromq-push-pull', 'zeromq-req-rep'];

describe.each(Object.keys(brokers))('a run on %s', name => {
  beforeEach(context => {
    if (name.startsWith('redis')) needsRedis(context);
  });

  test.each(['virtual', 'natural'] as const)('with %s services sees every message', async service => {
    const told: LiveProgress[] = [];
    const { observations, depth, record, problem } = await measure(
      scenario(`broker: ${name}, service: ${service}`),
      {
        customers: customers(count),
        attempts: 1,
        onProgress: progress => told.push(progress),
      },
    );
    // A busy machine may fail a check of the gate: that is its business here, and nothing else.
    expect(problem?.kind ?? 'not-comparable').toBe('not-comparable');
    expect(record.ledger).toMatchObject({
      sent: count,
      received: count,
      acknowledged: count,
      lost: 0,
      duplicated: 0,
    });
    expect(record).toMatchObject({
      broker: name,
      consumers: 2,
      service,
      messages: count,
      attempts: 1,
      partial: false,
    });
    expect(record.checks.length).toBeGreaterThan(8);
    const { intended, sent, received, started, finished, acknowledged, consumer } = observations;
    for (let i = 0; i < count; i++) {
      const times = [intended[i], sent[i], received[i], finished[i], acknowledged[i]];
      expect(times).toEqual(times.slice().sort((a, b) => a - b));
      expect(finished[i] - started[i]).toBeGreaterThan(0.005 - 2e-5);
      expect(started[i]).toBeGreaterThanOrEqual(service === 'virtual' ? intended[i] : received[i]);
      expect([0, 1]).toContain(consumer[i]);
    }
    const { total, ...parts } = record.decomposition ?? { total: Number.NaN };
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 12);
    if (!withoutDepth.includes(name)) expect(depth?.time.length).toBeGreaterThan(0);
    expect(told.at(-1)).toMatchObject({ done: count, total: count });
    expect(ofRuns()).toEqual([]);
  });

  test('carries a payload', async () => {
    const { record } = await measure(scenario(`broker: ${name}, payload: 100000`), {
      customers: customers(20),
      attempts: 1,
    });
    expect(record.ledger).toMatchObject({ received: 20, lost: 0 });
    expect(record.payload).toMatchObject({ smallest: 100_000, mean: 100_000, largest: 100_000 });
    // Twenty messages in at least a tenth of a second.
    expect(record.payload?.bytesPerSecond).toBeLessThan(2e7);
  });
});

test('a run that fails a check is tried again so often, says which check, and keeps its data', async () => {
  // Nobody sends on time what is due before the run begins.
  const { intended, services } = customers(30);
  const hopeless = { intended: intended.map(time => time - 1), services };
  const told: string[] = [];
  const { observations, record, problem } = await measure(scenario('broker: in-process'), {
    customers: hopeless,
    attempts: 2,
    onProgress: ({ text }) => void (text && told.push(text)),
  });
  expect(problem?.kind).toBe('not-comparable');
  expect(problem?.message).toContain('sender lateness');
  expect(record).toMatchObject({ attempts: 2, partial: false });
  expect(record.checks.filter(({ passed }) => !passed).length).toBeGreaterThan(0);
  expect(observations.finished.every(Number.isFinite)).toBe(true);
  expect(told.filter(text => text.includes('trying again'))).toHaveLength(1);
});
