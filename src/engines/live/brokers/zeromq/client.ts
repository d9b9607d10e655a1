import { Dealer } from 'zeromq';
import type { Address, Receiver, Sender } from '../../broker.js';
import { LiveUnavailable } from '../../problem.js';
import type { DeliveryTerms } from '../delivery.js';
import { Together } from '../together.js';
import { connecting } from './curve.js';
import { frame, identityBytes } from './frames.js';
import { limitedSender } from './limited-sender.js';
import { Outbox } from './outbox.js';

/** How long a dispatcher that is alive may take to answer. */
const patienceMs = 5000;

export interface ZeromqAddress extends DeliveryTerms {
  readonly endpoint: string;
  /** Messages that a consumer may have at a time, the one in service included. */
  readonly credit: number;
  /** Most messages with the dispatcher, those with consumers included. Absent: no limit. */
  readonly capacity?: number;
  /** Of the dispatcher, where all is encrypted. */
  readonly publicKey?: string;
  /** Whether connections break in the run, and come back. */
  readonly comesBack?: boolean;
}

const nothing = () => {};
const identityOf = (message: Buffer): Buffer => message.subarray(0, identityBytes);

/** @param name by which the dispatcher knows it again when its connection comes back; absent: a new one each time */
export function dealer({ endpoint, publicKey }: Address, name?: string): Dealer {
  const socket = new Dealer({
    ...{ linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0, reconnectInterval: 20 },
    ...(name !== undefined && { routingId: name }),
    ...connecting(publicKey as string | undefined),
  });
  socket.connect(endpoint as string);
  return socket;
}

export async function connectSender(address: Address): Promise<Sender> {
  const { capacity } = address as ZeromqAddress;
  const { socket, outbox } = await connected(address);
  if (capacity !== undefined) return limitedSender(socket, outbox, capacity);
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

async function connected(address: Address, name?: string): Promise<{ socket: Dealer; outbox: Outbox }> {
  const socket = dealer(address, name);
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

export async function connectReceiver(address: Address, number: number): Promise<Receiver> {
  const terms = address as ZeromqAddress;
  const { credit, leaseMs, comesBack = false } = terms;
  const { socket, outbox } = await connected(address, comesBack ? `consumer ${number}` : undefined);
  socket.receiveTimeout = -1;
  /** Never more messages than were asked for. */
  const inbox: Buffer[] = [];
  let wake: (() => void) | undefined;
  /** What was told of a message and not yet heard, by the identity of the message. */
  const unheard = new Map<string, { readonly kind: string; readonly heard: () => void }>();
  /** Messages that were asked for and not yet worked on. */
  let used = 0;
  let current: Buffer | undefined;
  let stopped = false;
  let left = false;
  const heartbeat = setInterval(() => void outbox.send([frame.alive]).catch(nothing), leaseMs / 3);

  const tell = async (kind: string, messages: readonly Buffer[]): Promise<void> => {
    const identities = messages.map(identityOf);
    const replies = identities.map(
      identity => new Promise<void>(heard => unheard.set(identity.toString('hex'), { kind, heard })),
    );
    await outbox.send([kind, ...identities]);
    await Promise.all(replies);
  };
  const acknowledgements = new Together<Buffer>(terms, served => tell(frame.acknowledge, served));
  const done = (): Buffer => {
    used--;
    const message = current as Buffer;
    current = undefined;
    return message;
  };

  const listening = (async () => {
    for await (const [kind, ...bodies] of socket) {
      if (kind.toString() === frame.message) inbox.push(...bodies);
      else if (kind.toString() === frame.acknowledged) {
        for (const body of bodies) {
          const identity = body.toString('hex');
          unheard.get(identity)?.heard();
          unheard.delete(identity);
        }
      } else left = true;
      wake?.();
    }
  })();

  if (comesBack)
    socket.events.on('handshake', () => {
      // What was on its way either way is gone: all that is still open is told again, and asked for again.
      const toDo = [...(current ? [current] : []), ...inbox];
      const has = [...acknowledgements.untold, ...toDo];
      for (const [identity, { kind }] of unheard) void outbox.send([kind, Buffer.from(identity, 'hex')]);
      void outbox.send([frame.again, ...has.map(identityOf)]);
      if (stopped) void outbox.send([frame.leave]);
      else for (let k = toDo.length; k < used; k++) void outbox.send([frame.ready]);
    });

  return {
    async receive() {
      for (; used < credit && !stopped; used++) void outbox.send([frame.ready]);
      while (inbox.length === 0 && !left) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      current = inbox.shift();
      return current;
    },
    acknowledge: () => acknowledgements.add(done()),
    reject: () => tell(frame.reject, [done()]),
    stop() {
      if (stopped) return;
      stopped = true;
      // What the dispatcher sent before it heard this still comes, and before its answer.
      void outbox.send([frame.leave]);
    },
    async close() {
      clearInterval(heartbeat);
      acknowledgements.close();
      if (socket.closed) return;
      socket.close();
      await listening;
    },
  };
}
