import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  Address,
  Broker,
  OpenBroker,
  Receiver,
  Sender,
  Settings,
} from '../../../src/engines/live/broker.js';
import { brokers } from '../../../src/engines/live/brokers/index.js';
import { LiveUnavailable } from '../../../src/engines/live/problem.js';
import { guaranteeInWords, topologyInWords } from '../../../src/result/topology.js';
import { brokers as inScenarios } from '../../../src/scenario/brokers.js';
import { freePort, needsRedis } from './redis.js';

test('a scenario can ask for every broker, and for no other', () => {
  expect(Object.keys(brokers).sort()).toEqual(Object.keys(inScenarios).sort());
});

/** Queues that need a Redis server. */
const needsServer = /^(redis|bullmq)/;

async function noRedis(): Promise<Address> {
  return {
    url: `redis://127.0.0.1:${await freePort()}`,
    prefix: 'sojourn:test',
    leaseMs: 1000,
    maxDeliveries: 5,
  };
}

/** Addresses behind which there is no server; a broker without one cannot be unreachable. */
const unreachable: Readonly<Record<string, () => Promise<Address | undefined>>> = {
  zeromq: async () => ({ endpoint: `tcp://127.0.0.1:${await freePort()}`, leaseMs: 1000 }),
  'redis-list': noRedis,
  'redis-list-pop': noRedis,
  'redis-list-batch': noRedis,
  'redis-stream': noRedis,
  bullmq: noRedis,
  'zeromq-push-pull': async () => undefined,
  'zeromq-req-rep': async () => undefined,
  'in-process': async () => undefined,
};

describe.each(Object.entries(brokers))('%s', (name, load) => {
  let broker: Broker;
  let open: OpenBroker;
  let ends: (Sender | Receiver)[];

  beforeEach(async context => {
    if (needsServer.test(name)) needsRedis(context);
    broker = await load();
    ends = [];
    return async () => {
      await Promise.all(ends.map(end => end.close()));
      await open?.close();
    };
  });

  async function opened(consumers = 3, settings: Settings = {}): Promise<OpenBroker> {
    open = await broker.open({ consumers, settings });
    return open;
  }

  /** One sender and so many receivers; receivers first, as one process may hold both. */
  async function connected(receivers: number, settings?: Settings): Promise<[Sender, ...Receiver[]]> {
    await opened(receivers, settings);
    const connections: Receiver[] = [];
    for (let k = 0; k < receivers; k++) connections.push(await broker.connectReceiver(open.address, k));
    const sender = await broker.connectSender(open.address);
    ends = [sender, ...connections];
    return [sender, ...connections];
  }

  test('tells its name, the versions of what it is made of, its topology and its guarantee', async () => {
    expect(broker.name).toBe(name);
    expect((await opened()).software).toMatch(/\d+\.\d+/);
    expect(topologyInWords(broker.topology({})).length).toBeGreaterThan(10);
    expect(Object.keys(guaranteeInWords)).toContain(broker.guarantee);
  });

  test('gives every message to exactly one consumer', async () => {
    const [sender, ...receivers] = await connected(3);
    const count = 500;
    const got: string[][] = receivers.map(() => []);
    let left = count;
    const serving = receivers.map(async (receiver, k) => {
      for (let message = await receiver.receive(); message; message = await receiver.receive()) {
        got[k].push(message.toString());
        await receiver.acknowledge();
        if (--left === 0) for (const one of receivers) one.stop();
      }
    });
    for (let i = 0; i < count; i++) await sender.send(Buffer.from(String(i)));
    await Promise.all(serving);
    expect(
      got
        .flat()
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: count }, (_, i) => i));
    for (const one of got) expect(one.map(Number)).toEqual(one.map(Number).sort((a, b) => a - b));
  });

  test('keeps the order, also of messages that were sent without waiting for each other', async () => {
    const [sender, receiver] = await connected(1);
    const sent = Array.from({ length: 200 }, (_, i) => String(i));
    await Promise.all(sent.map(text => sender.send(Buffer.from(text))));
    expect(await take(receiver, sent.length)).toEqual(sent);
  });

  test('carries what it is given, byte by byte: nothing, a mebibyte, every byte there is', async () => {
    const [sender, receiver] = await connected(1);
    const payloads = [Buffer.alloc(0), Buffer.alloc(1 << 20, 'sojourn'), Buffer.from([...Array(256).keys()])];
    for (const payload of payloads) await sender.send(payload);
    for (const payload of payloads) {
      const message = await receiver.receive();
      expect(message?.equals(payload)).toBe(true);
      await receiver.acknowledge();
    }
  });

  test('deals messages to consumers of their own queues in turn, busy or not', async context => {
    if (broker.topology({}).kind !== 'private') return context.skip('it has one queue');
    const [sender, ...receivers] = await connected(3);
    const rounds = 4;
    for (let i = 0; i < 3 * rounds; i++) await sender.send(Buffer.from(String(i)));
    const got = await Promise.all(receivers.map(receiver => take(receiver, rounds)));
    const turn = got.map(([first]) => Number(first));
    expect(turn.slice().sort()).toEqual([0, 1, 2]);
    expect(got.map(one => one.map(Number))).toEqual(turn.map(k => [k, k + 3, k + 6, k + 9]));
  });

  test('gives a busy consumer nothing: whoever asks takes it all', async context => {
    if (!['shared', 'woken'].includes(broker.topology({}).kind))
      return context.skip('messages are bound ahead');
    const [sender, busy, free] = await connected(2);
    for (const text of ['0', '1', '2', '3', '4']) await sender.send(Buffer.from(text));
    expect((await busy.receive())?.toString()).toBe('0');
    expect(await take(free, 4)).toEqual(['1', '2', '3', '4']);
    await busy.acknowledge();
  });

  test('says of messages that it took at once that they came together', async context => {
    if (broker.topology({}).kind !== 'batch') return context.skip('it takes one at a time');
    const [sender, receiver] = await connected(1, { batch: 2 });
    for (const text of ['0', '1', '2']) await sender.send(Buffer.from(text));
    const times: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      await receiver.receive();
      times.push(receiver.fetchedAt?.());
    }
    expect(times[1]).toBe(times[0]);
    expect(times[2]).toBeGreaterThan(times[1] ?? Number.NaN);
  });

  test('serves consumers that wait in the order in which they asked: they take turns', async context => {
    if (broker.topology({}).kind !== 'shared')
      return context.skip('messages are bound ahead, or another may be faster than who is woken');
    const [sender, ...receivers] = await connected(3);
    const asks = receivers.map((receiver, k) => receiver.receive().then(() => k));
    const turns: number[] = [];
    for (let i = 0; i < 9; i++) {
      await sender.send(Buffer.from(String(i)));
      const k = await Promise.race(asks);
      turns.push(k);
      await receivers[k].acknowledge();
      asks[k] = receivers[k].receive().then(() => k);
    }
    const round = turns.slice(0, 3);
    expect(new Set(round)).toEqual(new Set([0, 1, 2]));
    expect(turns).toEqual([...round, ...round, ...round]);
    for (const receiver of receivers) receiver.stop();
    await Promise.all(asks);
  });

  test('stopping ends a receive that waits, once and for all, and loses no message', async () => {
    const [sender, first, second] = await connected(2);
    const waiting = first.receive();
    first.stop();
    first.stop();
    expect(await waiting).toBeUndefined();
    expect(await first.receive()).toBeUndefined();
    // What is bound to the first stays with it.
    if (['private', 'closed'].includes(broker.topology({}).kind)) return;
    for (const text of ['a', 'b', 'c']) await sender.send(Buffer.from(text));
    expect(await take(second, 3)).toEqual(['a', 'b', 'c']);
  });

  test('a consumer that is stopped while it serves can still acknowledge', async () => {
    const [sender, receiver] = await connected(1);
    await sender.send(Buffer.from('a'));
    expect(String(await receiver.receive())).toBe('a');
    receiver.stop();
    await receiver.acknowledge();
    expect(await receiver.receive()).toBeUndefined();
    expect(await open.depth?.()).toSatisfy((depth?: number) => depth === undefined || depth === 0);
  });

  test('counts messages that wait and messages in service, until they are acknowledged', async context => {
    const [sender, receiver] = await connected(1);
    const { depth } = open;
    if (depth === undefined) return context.skip('it cannot be asked');
    const held = open.depthOfQueueOnly ? 0 : 1;
    if (broker.topology({}).kind === 'batch')
      return context.skip('a consumer holds several, the broker none of them');
    expect(await depth()).toBe(0);
    for (const text of ['a', 'b', 'c']) await sender.send(Buffer.from(text));
    await receiver.receive();
    expect(await depth()).toBe(2 + held);
    await receiver.acknowledge();
    expect(await depth()).toBe(2);
    expect(await take(receiver, 2)).toEqual(['b', 'c']);
    expect(await depth()).toBe(0);
  });

  test('at least once: what a dead consumer held comes to another, and first; at most once: it is lost', async () => {
    const [sender, dying, living] = await connected(2, { lease: 0.2 });
    if (broker.topology({}).kind === 'private') return;
    for (const text of ['a', 'b', 'c']) await sender.send(Buffer.from(text));
    expect(String(await dying.receive())).toBe('a');
    await dying.close();
    const expected = broker.guarantee === 'at-least-once' ? ['a', 'b', 'c'] : ['b', 'c'];
    if (broker.topology({}).kind === 'batch') return;
    if (broker.guarantee === 'at-least-once') await sleep(600);
    const got = await take(living, expected.length);
    expect(got.sort()).toEqual(expected);
  });

  test('work that fails is done again; after so many deliveries the message is put aside', async context => {
    const [sender, receiver] = await connected(1, { lease: 0.2, maxDeliveries: 3 });
    if (broker.guarantee === 'at-most-once') return context.skip('nothing comes twice');
    await sender.send(Buffer.from('bad-message'));
    for (let delivery = 1; delivery <= 3; delivery++) {
      expect(String(await receiver.receive())).toBe('bad-message');
      await receiver.reject();
    }
    await sleep(250);
    await sender.send(Buffer.from('good'));
    expect(await take(receiver, 1)).toEqual(['good']);
    // A stream puts aside when somebody looks for what is left.
    const looking = receiver.receive();
    for (let i = 0; i < 50 && (await open.deadLetters?.())?.length === 0; i++) await sleep(50);
    receiver.stop();
    expect(await looking).toBeUndefined();
    expect((await open.deadLetters?.())?.map(String)).toEqual(['bad-message']);
  });

  test('everything can be closed twice', async () => {
    const [sender, receiver] = await connected(1);
    for (const end of [sender, receiver, open]) {
      await end.close();
      await end.close();
    }
  });

  test('closing its server ourselves is no loss', async () => {
    await opened();
    await open.close();
    const told = await Promise.race([open.lost, new Promise(resolve => setTimeout(resolve, 100, 'nothing'))]);
    expect(told).toBe('nothing');
  });

  test('without a server both ends refuse to connect', async context => {
    const address = await unreachable[name]();
    if (address === undefined) return context.skip('it has no server');
    const refusals = await Promise.allSettled([
      broker.connectSender(address),
      broker.connectReceiver(address, 0),
    ]);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ status: 'rejected', reason: expect.any(LiveUnavailable) });
  });
});

/** Receives and acknowledges so many messages. */
async function take(receiver: Receiver, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    taken.push(String(await receiver.receive()));
    await receiver.acknowledge();
  }
  return taken;
}
