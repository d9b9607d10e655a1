import type { Dealer } from 'zeromq';
import type { Sender } from '../../broker.js';
import { QueueFull } from '../../problem.js';
import { frame, identityBytes } from './frames.js';
import type { Outbox } from './outbox.js';

interface Answer {
  readonly taken: () => void;
  readonly full: (error: QueueFull) => void;
}

/** Of each message the dispatcher says whether it had room for it: it alone knows how many it holds. */
export function limitedSender(socket: Dealer, outbox: Outbox, capacity: number): Sender {
  /** By the identity of the message. */
  const unanswered = new Map<string, Answer>();
  socket.receiveTimeout = -1;
  const listening = (async () => {
    for await (const [kind, identity] of socket) {
      const key = identity.toString('hex');
      const answer = unanswered.get(key);
      unanswered.delete(key);
      if (kind.toString() === frame.full) answer?.full(new QueueFull());
      else answer?.taken();
    }
  })();
  return {
    async send(message) {
      const answer = new Promise<void>((taken, full) => {
        unanswered.set(message.toString('hex', 0, identityBytes), { taken, full });
      });
      await outbox.send([frame.limited, String(capacity), message]);
      await answer;
    },
    async close() {
      if (socket.closed) return;
      // All that was sent is answered by now: what the queue has taken it has heard.
      socket.close();
      await listening;
    },
  };
}
