import { Router, type Socket } from 'zeromq';
import { followParent } from '../../follow-parent.js';
import { frame } from './frames.js';
import { Outbox } from './outbox.js';

/*
 * The dispatcher's process: one central queue between producers and consumers. A consumer asks for each message
 * it has room for. With one at a time none is bound to a busy consumer while another is free: first come, first
 * served, by whoever has been free longest. With more credit the one with the fewest messages gets the next. A
 * copy of each message stays here until it is acknowledged.
 */
followParent();

const router = new Router({ linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
const outbox = new Outbox(router);
const queue: Buffer[] = [];
let head = 0;
/** Who asks for a message, as often as there is room for one. */
const asking: Consumer[] = [];
const consumers = new Map<string, Consumer>();

interface Consumer {
  readonly name: Buffer;
  /** Messages that it has and has not acknowledged, the first first. */
  readonly held: Buffer[];
  /** Grows with each time that it asks. */
  asked: number;
}

let asked = 0;

function consumerOf(name: Buffer): Consumer {
  const key = name.toString('hex');
  const consumer = consumers.get(key) ?? { name, held: [], asked: 0 };
  consumers.set(key, consumer);
  return consumer;
}

const waiting = (): number => queue.length - head;
const inService = (): number => [...consumers.values()].reduce((sum, { held }) => sum + held.length, 0);

/** Takes the consumer with the fewest messages from those who ask; among equals whoever has not asked for longest. */
function next(): Consumer {
  let place = 0;
  for (let i = 1; i < asking.length; i++) if (isBefore(asking[i], asking[place])) place = i;
  return asking.splice(place, 1)[0];
}

const isBefore = (a: Consumer, b: Consumer): boolean =>
  a.held.length === b.held.length ? a.asked < b.asked : a.held.length < b.held.length;

function dispatch(): void {
  while (asking.length > 0 && waiting() > 0) {
    const { name, held } = next();
    const message = queue[head++];
    if (head === 1024) {
      queue.splice(0, head);
      head = 0;
    }
    held.push(message);
    void outbox.send([name, frame.message, message]);
  }
}

function hearAsking(consumer: Consumer): void {
  consumer.asked = ++asked;
  asking.push(consumer);
}

function hear(client: Buffer, kind: string, body: Buffer): void {
  switch (kind) {
    case frame.message:
      queue.push(body);
      break;
    case frame.acknowledge:
      consumerOf(client).held.shift();
      void outbox.send([client, frame.acknowledged]);
      break;
    case frame.ready:
      hearAsking(consumerOf(client));
      break;
    case frame.leave: {
      const leaving = consumerOf(client);
      for (let i = asking.length - 1; i >= 0; i--) if (asking[i] === leaving) asking.splice(i, 1);
      void outbox.send([client, frame.leave]);
      break;
    }
    case frame.flush:
      void outbox.send([client, frame.flush]);
      break;
    case frame.depth:
      void outbox.send([client, frame.depth, String(waiting() + inService())]);
      break;
    default:
      throw new RangeError(`a frame "${kind}" that no client sends`);
  }
  dispatch();
}

await router.bind('tcp://127.0.0.1:*');
process.send?.({ endpoint: (router as Socket).lastEndpoint });
for await (const [client, kind, body] of router) hear(client, kind.toString(), body);
