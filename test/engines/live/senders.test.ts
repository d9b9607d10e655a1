import { beforeEach, describe, expect, test } from 'vitest';
import { measure } from '../../../src/engines/live/index.js';
import { brokerSettings } from '../../../src/scenario/brokers.js';
import { sendersOf } from '../../../src/workload/senders.js';
import { needsRedis } from './redis.js';
import { customers, ofRuns, scenario } from './runs.js';

const able = Object.entries(brokerSettings).flatMap(([name, known]) =>
  known.includes('producers') ? [name] : [],
);

describe.each(able)('three senders of %s', name => {
  beforeEach(context => {
    if (name !== 'zeromq') needsRedis(context);
  });

  test('send every message once, each its own, and each is told how late it was', async () => {
    const count = 60;
    const { observations, record } = await measure(scenario(`broker: ${name}, producers: 3`), {
      customers: customers(count),
      attempts: 1,
    });
    expect(record.ledger).toMatchObject({ sent: count, received: count, lost: 0, duplicated: 0 });
    expect(observations.sent.every((time, i) => time >= observations.intended[i])).toBe(true);
    const lateness = record.checks.flatMap(({ name }) => (/lateness, p99/.test(name) ? [name] : []));
    expect(lateness).toEqual(['sender 1 lateness, p99', 'sender 2 lateness, p99', 'sender 3 lateness, p99']);
    expect(ofRuns()).toEqual([]);
  });
});

test('each message falls to one of the senders, by chance and the seed alone', () => {
  const count = 30_000;
  const senders = sendersOf(count, 3, 1);
  expect(sendersOf(count, 3, 1)).toEqual(senders);
  expect(sendersOf(count, 3, 2)).not.toEqual(senders);
  const behind = sendersOf(count, 3, 1, 100);
  expect(behind.subarray(0, 100)).toEqual(new Uint8Array(100));
  expect(behind.subarray(100)).toEqual(senders.subarray(100));
  for (const one of [0, 1, 2]) {
    const share = senders.filter(sender => sender === one).length / count;
    expect(Math.abs(share - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / count));
  }
});
