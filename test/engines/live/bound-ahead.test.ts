import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenBroker, Receiver, Sender, Settings } from '../../../src/engines/live/broker.js';
import { brokerNamed } from '../../../src/engines/live/brokers/index.js';
import { measure } from '../../../src/engines/live/index.js';
import { type BrokerSetting, brokerSettings } from '../../../src/scenario/brokers.js';
import { needsRedis } from './redis.js';
import { customers, scenario } from './runs.js';

const able = (setting: BrokerSetting): string[] =>
  Object.entries(brokerSettings).flatMap(([name, known]) => (known.includes(setting) ? [name] : []));

let open: OpenBroker;
let ends: (Sender | Receiver)[];

beforeEach(() => {
  ends = [];
  return async () => {
    await Promise.all(ends.map(end => end.close()));
    await open?.close();
  };
});

/** A sender of the given messages, which it has sent, and so many consumers. */
async function filled(name: string, texts: string[], receivers: number, settings: Settings) {
  const broker = await brokerNamed(name);
  open = await broker.open({ consumers: receivers, settings });
  const consumers: Receiver[] = [];
  for (let k = 0; k < receivers; k++) consumers.push(await broker.connectReceiver(open.address, k));
  const sender = await broker.connectSender(open.address);
  ends = [sender, ...consumers];
  for (const text of texts) await sender.send(Buffer.from(text.padEnd(8)));
  return consumers;
}

const textOf = (message?: Buffer) => message?.toString().trim();

describe.each(able('prefetch'))('%s with two messages ahead', name => {
  beforeEach(context => needsRedis(context));

  test('binds them to a busy consumer, in order, as long as it lives', async () => {
    const [busy, free] = await filled(name, ['0', '1', '2', '3'], 2, { prefetch: 2, lease: 0.2 });
    expect(textOf(await busy.receive())).toBe('0');
    // Longer than a lease: what it holds is not claimed by the other.
    await sleep(600);
    expect(textOf(await free.receive())).toBe('3');
    await free.acknowledge();
    const waiting = free.receive();
    await sleep(300);
    free.stop();
    expect(await waiting).toBeUndefined();
    for (const text of ['1', '2']) {
      await busy.acknowledge();
      expect(textOf(await busy.receive())).toBe(text);
    }
    await busy.acknowledge();
    expect(await open.depth?.()).toBe(0);
  });

  test('brings them to another when their consumer dies', async () => {
    const [dying, living] = await filled(name, ['0', '1', '2'], 2, { prefetch: 2, lease: 0.2 });
    expect(textOf(await dying.receive())).toBe('0');
    await sleep(100);
    await dying.close();
    await sleep(600);
    expect([await take(living), await take(living), await take(living)]).toEqual(['0', '1', '2']);
  });

  test('brings them to another though a living one holds many more', async () => {
    const texts = Array.from({ length: 14 }, (_, i) => String(i));
    const [living, dying, other] = await filled(name, texts, 3, { prefetch: 12, lease: 0.2 });
    // Thirteen for the first; then one for the second, which dies with it.
    expect(textOf(await living.receive())).toBe('0');
    await sleep(100);
    expect(textOf(await dying.receive())).toBe('13');
    await dying.close();
    expect(await take(other)).toBe('13');
  });

  test('carries a run: every message once, by the model of its topology', async () => {
    const count = 100;
    const { record } = await measure(scenario(`broker: ${name}, prefetch: 2`), {
      customers: customers(count),
      attempts: 1,
    });
    expect(record.topology).toEqual({ kind: 'prefetch', prefetch: 2 });
    expect(record.ledger).toMatchObject({ sent: count, processed: count, acknowledged: count, lost: 0 });
  });
});

describe.each(able('acknowledgeEvery'))('%s with acknowledgements of three together', name => {
  beforeEach(context => (name === 'zeromq' ? undefined : needsRedis(context)));

  test('keeps messages until the third, or until the time is over', async () => {
    const three = { acknowledgeEvery: 3, acknowledgeWithin: 0.5 };
    const [receiver] = await filled(name, ['0', '1', '2', '3'], 1, three);
    const told: Promise<void>[] = [];
    for (let i = 0; i < 2; i++) {
      await receiver.receive();
      told.push(receiver.acknowledge() ?? Promise.resolve());
    }
    expect(await open.depth?.()).toBe(4);
    await receiver.receive();
    await Promise.all([...told, receiver.acknowledge()]);
    expect(await open.depth?.()).toBe(1);
    await receiver.receive();
    await receiver.acknowledge();
    expect(await open.depth?.()).toBe(0);
  });

  test('brings what was served and not acknowledged to another when its consumer dies', async () => {
    const terms = { acknowledgeEvery: 3, acknowledgeWithin: 60, lease: 0.2 };
    const [dying, living] = await filled(name, ['0', '1', '2'], 2, terms);
    for (let i = 0; i < 2; i++) {
      await dying.receive();
      void dying.acknowledge()?.catch(() => {});
    }
    await dying.close();
    await sleep(600);
    const got: (string | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      got.push(textOf(await living.receive()));
      void living.acknowledge()?.catch(() => {});
    }
    expect(got.sort()).toEqual(['0', '1', '2']);
  });

  test('serves again what a killed consumer had not acknowledged, and loses nothing', async () => {
    const count = 120;
    const live = `broker: ${name}, lease: 100ms, acknowledgeEvery: 1000, acknowledgeWithin: 900ms, faults: [{ fault: kill, at: 400ms, consumer: 1 }]`;
    const { record, problem } = await measure(scenario(live), { customers: customers(count) });
    expect(problem).toBeUndefined();
    const { duplicated, redelivered } = record.ledger;
    expect(record.ledger).toMatchObject({ sent: count, processed: count, lost: 0, deadLettered: 0 });
    // It had served about 40, and may have had one in its hands.
    expect(duplicated).toBeGreaterThan(10);
    expect(duplicated).toBeLessThan(count);
    expect(redelivered).toBeGreaterThanOrEqual(duplicated);
    expect(redelivered).toBeLessThanOrEqual(duplicated + 1);
  });
});

async function take(receiver: Receiver): Promise<string | undefined> {
  const text = textOf(await receiver.receive());
  await receiver.acknowledge();
  return text;
}
