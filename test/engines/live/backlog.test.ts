import { beforeEach, describe, expect, test } from 'vitest';
import { brokers, measure } from '../../../src/engines/live/index.js';
import { needsRedis } from './redis.js';
import { customers, ofRuns, scenario } from './runs.js';

const [backlog, count] = [40, 60];

describe.each(Object.keys(brokers))('a backlog in %s', name => {
  beforeEach(context => {
    if (name.startsWith('redis') || name === 'bullmq') needsRedis(context);
  });

  test('is there when the consumers begin, and every message of it comes through', async () => {
    const { intended, services } = customers(count);
    const waiting = { intended: intended.map((_, i) => Math.max(0, i - backlog) * 0.005), services, backlog };
    const { observations, record, depth } = await measure(scenario(`broker: ${name}`), {
      customers: waiting,
      attempts: 1,
    });
    expect(record.ledger).toMatchObject({ sent: count, received: count, lost: 0, duplicated: 0 });
    const { sent, received } = observations;
    expect(sent.subarray(0, backlog)).toEqual(new Float64Array(backlog));
    expect(received.every(time => time > 0)).toBe(true);
    // Two consumers with services of 5 ms have not taken more than half of it, in two batches, when the broker is first asked.
    if (depth?.time.length && depth.time[0] < 0.04)
      expect(depth.numberInSystem[0]).toBeGreaterThanOrEqual(backlog / 2);
    expect(ofRuns()).toEqual([]);
  });
});
