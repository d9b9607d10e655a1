import { Dealer } from 'zeromq';
import type { Address, Receiver, Sender } from '../../broker.js';
import { LiveUnavailable } from '../../problem.js';
import type { DeliveryTerms } from '../delivery.js';
import { frame, identityBytes } from './frames.js';
import { Outbox } from './outbox.js';

/** How long a dispatcher that is alive may take to answer. */
const patienceMs = 5000;

export interface ZeromqAddress extends DeliveryTerms {
  readonly endpoint: string;
  /** Messages that a consumer may have at a time, the one in service included. */
  readonly credit: number;
}

const nothing = () => {};

export function dealer({ endpoint }: Address): Dealer {
  const socket = new Dealer({ linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
  socket.connect(endpoint as string);
  return socket;
}

export async function connectSender(address: Address): Promise<Sender> {
  const { socket, outbox } = await connected(address);
  return {
    send: message => outbox.send([frame.message, message]),
    async close() {
      if (socket.closed) return;
      try {
        await confirmed(socket, outbox);
      } finally {
        socket.close();
      }
    },
  };
}

async function connected(address: Address): Promise<{ socket: Dealer; outbox: Outbox }> {
  const socket = dealer(address);
  const outbox = new Outbox(socket);
  try {
    await confirmed(socket, outbox);
  } catch (error) {
    socket.close();
    throw error;
  }
  return { socket, outbox };
}

/** Resolves when the dispatcher has heard all that was sent. */
async function confirmed(socket: Dealer, outbox: Outbox): Promise<void> {
  socket.receiveTimeout = patienceMs;
  await outbox.send([frame.flush]);
  try {
    await socket.receive();
  } catch {
    throw new LiveUnavailable('the ZeroMQ dispatcher does not answer');
  }
}

export async function connectReceiver(address: Address): Promise<Receiver> {
  const { socket, outbox } = await connected(address);
  socket.receiveTimeout = -1;
  const { credit, leaseMs } = address as ZeromqAddress;
  /** Never more messages than were asked for. */
  const inbox: Buffer[] = [];
  let wake: (() => void) | undefined;
  const acknowledged: (() => void)[] = [];
  /** Messages that were asked for and not yet acknowledged. */
  let used = 0;
  let current: Buffer = Buffer.alloc(0);
  let stopped = false;
  let left = false;
  const heartbeat = setInterval(() => void outbox.send([frame.alive]).catch(nothing), leaseMs / 3);

  const answered = (kind: string): Promise<void> => {
    used--;
    const reply = new Promise<void>(resolve => acknowledged.push(resolve));
    return outbox.send([kind, current.subarray(0, identityBytes)]).then(() => reply);
  };

  const listening = (async () => {
    for await (const [kind, body] of socket) {
      if (kind.toString() === frame.message) inbox.push(body);
      else if (kind.toString() === frame.acknowledged) acknowledged.shift()?.();
      else left = true;
      wake?.();
    }
  })();

  return {
    async receive() {
      for (; used < credit && !stopped; used++) void outbox.send([frame.ready]);
      while (inbox.length === 0 && !left) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      const message = inbox.shift();
      if (message !== undefined) current = message;
      return message;
    },
    acknowledge: () => answered(frame.acknowledge),
    reject: () => answered(frame.reject),
    stop() {
      if (stopped) return;
      stopped = true;
      // What the dispatcher sent before it heard this still comes, and before its answer.
      void outbox.send([frame.leave]);
    },
    async close() {
      clearInterval(heartbeat);
      if (socket.closed) return;
      socket.close();
      await listening;
    },
  };
}
