import { Router, type Socket } from 'zeromq';
import { followParent } from '../../follow-parent.js';
import { frame } from './frames.js';
import { Outbox } from './outbox.js';

/*
 * The dispatcher's process: one central queue between one producer and several consumers. A consumer asks for
 * each message (credit 1), so none is bound to a busy consumer while another is free: first come, first served,
 * by whoever has been free longest. A copy of each message stays here until it is acknowledged.
 */
followParent();

const router = new Router({ linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
const outbox = new Outbox(router);
const queue: Buffer[] = [];
let head = 0;
const free: Buffer[] = [];
const inService = new Map<string, Buffer>();

const waiting = (): number => queue.length - head;

function dispatch(): void {
  while (free.length > 0 && waiting() > 0) {
    const consumer = free.shift() as Buffer;
    const message = queue[head++];
    if (head === 1024) {
      queue.splice(0, head);
      head = 0;
    }
    inService.set(consumer.toString('hex'), message);
    void outbox.send([consumer, frame.message, message]);
  }
}

function hear(client: Buffer, kind: string, body: Buffer): void {
  switch (kind) {
    case frame.message:
      queue.push(body);
      break;
    case frame.acknowledge:
      inService.delete(client.toString('hex'));
      void outbox.send([client, frame.acknowledged]);
      break;
    case frame.ready:
      free.push(client);
      break;
    case frame.leave: {
      const place = free.findIndex(one => one.equals(client));
      if (place >= 0) free.splice(place, 1);
      void outbox.send([client, frame.leave]);
      break;
    }
    case frame.flush:
      void outbox.send([client, frame.flush]);
      break;
    case frame.depth:
      void outbox.send([client, frame.depth, String(waiting() + inService.size)]);
      break;
    default:
      throw new RangeError(`a frame "${kind}" that no client sends`);
  }
  dispatch();
}

await router.bind('tcp://127.0.0.1:*');
process.send?.({ endpoint: (router as Socket).lastEndpoint });
for await (const [client, kind, body] of router) hear(client, kind.toString(), body);
