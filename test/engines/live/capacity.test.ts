import { beforeEach, describe, expect, test } from 'vitest';
import type { Receiver, Sender } from '../../../src/engines/live/broker.js';
import { brokerNamed } from '../../../src/engines/live/brokers/index.js';
import { measure } from '../../../src/engines/live/index.js';
import { QueueFull } from '../../../src/engines/live/problem.js';
import { brokerRoom } from '../../../src/scenario/brokers.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { needsRedis } from './redis.js';
import { ofRuns } from './runs.js';

const message = (id: number) => {
  const bytes = Buffer.alloc(32);
  bytes.writeDoubleLE(id);
  return bytes;
};
const capacity = 3;

describe.each(Object.keys(brokerRoom))('%s with room for three', name => {
  beforeEach(context => {
    if (name.startsWith('redis')) needsRedis(context);
  });

  test('takes no more until one is acknowledged, and delivers those that it took', async () => {
    const broker = await brokerNamed(name);
    const open = await broker.open({ consumers: 1, capacity });
    const ends: (Sender | Receiver)[] = [];
    try {
      const receiver = await broker.connectReceiver(open.address, 0);
      const sender = await broker.connectSender(open.address);
      ends.push(sender, receiver);
      const taken = (id: number) =>
        sender.send(message(id)).then(
          () => true,
          (error: Error) => {
            if (error instanceof QueueFull) return false;
            throw error;
          },
        );
      const serve = async () => {
        const got = await receiver.receive();
        await receiver.acknowledge();
        return got?.readDoubleLE();
      };
      // One that counts only those that wait has room for all but the one that the consumer is to have.
      const room = brokerRoom[name] === 'all' ? capacity : capacity - 1;
      const answers = [await taken(0), await taken(1), await taken(2), await taken(3)];
      expect(answers).toEqual([0, 1, 2, 3].map(id => id < room));
      expect(await serve()).toBe(0);
      // The word of the acknowledgement of a synchronous client may still be on its way.
      await expect.poll(() => taken(4)).toBe(true);
      for (let id = 1; id < room; id++) expect(await serve()).toBe(id);
      expect(await serve()).toBe(4);
    } finally {
      await Promise.all(ends.map(end => end.close()));
      await open.close();
    }
  });

  test('of a burst it serves what it took, and counts the rest as turned away', async () => {
    const scenario = parseScenario(
      `arrivals: 200/s\nservice: 5ms\nservers: 2\ncapacity: ${capacity}\nlive: { broker: ${name} }\n`,
    );
    const count = 40;
    const burst = { intended: new Float64Array(count), services: new Float64Array(count).fill(0.02) };
    const { observations, record } = await measure(scenario, { customers: burst, attempts: 1 });
    const { turnedAway = 0, processed = 0, ...ledger } = record.ledger;
    expect(ledger).toMatchObject({ sent: count, lost: 0, duplicated: 0 });
    expect(processed).toBeGreaterThanOrEqual(capacity);
    expect(turnedAway).toBeGreaterThan(0);
    expect(processed + turnedAway).toBe(count);
    expect(observations.turnedAway?.reduce((sum, one) => sum + one, 0)).toBe(turnedAway);
    expect(
      [...observations.finished.keys()].every(
        i => Number.isNaN(observations.finished[i]) === (observations.turnedAway?.[i] === 1),
      ),
    ).toBe(true);
    expect(ofRuns()).toEqual([]);
  });

  test.each([
    [1000, 'and serves everybody in the end'],
    [2, 'and loses those who came as often as they may'],
  ])('of a burst that comes again up to %i times it counts every coming, %s', async maxAttempts => {
    const retry = { delay: { distribution: 'deterministic', value: 0.015 }, maxAttempts } as const;
    const scenario = parseScenario(
      `arrivals: 200/s\nservice: 5ms\nservers: 2\ncapacity: ${capacity}\nwhenFull: retry\n` +
        `retry: { delay: 15ms, maxAttempts: ${maxAttempts} }\nlive: { broker: ${name} }\n`,
    );
    const count = 30;
    const burst = {
      ...{ intended: new Float64Array(count), services: new Float64Array(count).fill(0.01) },
      again: { className: 'customers', retry, seed: 1 },
    };
    const { observations, record } = await measure(scenario, { customers: burst, attempts: 1 });
    const { turnedAway = 0, processed = 0, cameAgain = 0, ...ledger } = record.ledger;
    expect(ledger).toMatchObject({ sent: count, lost: 0, duplicated: 0 });
    expect(processed + turnedAway).toBe(count);
    expect(cameAgain).toBeGreaterThan(0);
    if (maxAttempts > count) expect(turnedAway).toBe(0);
    const { again } = observations;
    const attempts = again?.attempts.reduce((sum, tries) => sum + tries, 0);
    expect(attempts).toBe(count + cameAgain);
    for (const [i, tries] of again?.attempts.entries() ?? [])
      expect(again?.due[i]).toBeCloseTo(0.015 * (tries - 1), 9);
    expect(ofRuns()).toEqual([]);
  });
});
