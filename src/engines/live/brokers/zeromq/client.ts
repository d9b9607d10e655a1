import { Dealer } from 'zeromq';
import type { Address, Receiver, Sender } from '../../broker.js';
import { LiveUnavailable } from '../../problem.js';
import { frame } from './frames.js';
import { Outbox } from './outbox.js';

/** How long a dispatcher that is alive may take to answer. */
const patienceMs = 5000;

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
  /** At most one message: nothing comes that was not asked for. */
  let inbox: Buffer | undefined;
  let wake: (() => void) | undefined;
  let acknowledged: (() => void) | undefined;
  let stopped = false;
  let left = false;

  const listening = (async () => {
    for await (const [kind, body] of socket) {
      if (kind.toString() === frame.message) inbox = body;
      else if (kind.toString() === frame.acknowledged) acknowledged?.();
      else left = true;
      wake?.();
    }
  })();

  return {
    async receive() {
      if (stopped) return undefined;
      await outbox.send([frame.ready]);
      while (inbox === undefined && !left) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      const message = inbox;
      inbox = undefined;
      return message;
    },
    acknowledge() {
      const reply = new Promise<void>(resolve => {
        acknowledged = resolve;
      });
      return outbox.send([frame.acknowledge]).then(() => reply);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      // What the dispatcher sent before it heard this still comes, and before its answer.
      void outbox.send([frame.leave]);
    },
    async close() {
      if (socket.closed) return;
      socket.close();
      await listening;
    },
  };
}
