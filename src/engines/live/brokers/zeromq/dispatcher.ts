import { once } from 'node:events';
import { Router, type Socket } from 'zeromq';
import { now } from '../../clock.js';
import { followParent } from '../../follow-parent.js';
import { bound, type CurveKeys } from './curve.js';
import { DispatchQueue } from './dispatch-queue.js';
import { frame, identityBytes } from './frames.js';
import { Outbox } from './outbox.js';

/*
 * The dispatcher's process: one central queue between producers and consumers. A consumer asks for each message
 * it has room for. A copy of each message stays here until it is acknowledged; that of a consumer from which
 * nothing was heard for the length of a lease goes to another.
 */
followParent();
const [, , lease, most, endpoint] = process.argv;
const [leaseMs, maxDeliveries] = [lease, most].map(Number);

// What a process is started with, everybody on the machine can read; keys come by message.
const [{ keys }] = (await once(process, 'message')) as [{ keys?: CurveKeys }];
const router = new Router({
  ...{ linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 },
  // A consumer that comes back has the name it had.
  handover: true,
  ...bound(keys),
});
const outbox = new Outbox(router);
const queue = new DispatchQueue(maxDeliveries, (consumer, message) => {
  void outbox.send([consumer, frame.message, message]);
});

function hear(client: Buffer, kind: string, [body, ...more]: Buffer[]): void {
  switch (kind) {
    case frame.message:
      queue.add(body);
      break;
    case frame.limited: {
      const [message] = more;
      const isFull = queue.depth >= Number(body.toString());
      if (!isFull) queue.add(message);
      void outbox.send([client, isFull ? frame.full : frame.taken, message.subarray(0, identityBytes)]);
      break;
    }
    case frame.acknowledge:
      for (const identity of [body, ...more]) queue.done(client, identity, now());
      void outbox.send([client, frame.acknowledged, body, ...more]);
      break;
    case frame.reject:
      queue.failed(client, body, now());
      void outbox.send([client, frame.acknowledged, body]);
      break;
    case frame.ready:
      queue.ask(client, now());
      break;
    case frame.alive:
      queue.alive(client, now());
      break;
    case frame.again:
      queue.again(client, body === undefined ? [] : [body, ...more], now());
      break;
    case frame.leave:
      queue.leave(client);
      void outbox.send([client, frame.leave]);
      break;
    case frame.flush:
      void outbox.send([client, frame.flush]);
      break;
    case frame.depth:
      void outbox.send([client, frame.depth, String(queue.depth)]);
      break;
    case frame.dead:
      void outbox.send([client, frame.dead, ...queue.dead]);
      break;
    default:
      throw new RangeError(`a frame "${kind}" that no client sends`);
  }
}

setInterval(() => queue.reap(now() - leaseMs / 1000), leaseMs / 4);
await router.bind(endpoint);
process.send?.({ endpoint: (router as Socket).lastEndpoint });
for await (const [client, kind, ...bodies] of router) hear(client, kind.toString(), bodies);
