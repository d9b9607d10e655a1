import { Reply } from 'zeromq';
import type { Address, Broker, Receiver } from '../../broker.js';
import { freePort } from '../../free-port.js';
import { LiveUnavailable } from '../../problem.js';
import { bound, keysFor } from '../zeromq/curve.js';
import { software } from '../zeromq/software.js';
import { connectClients, type PairsAddress } from './clients.js';

/** How long an answer may still be on its way when its consumer ends, milliseconds. */
const partingMs = 200;

/**
 * ZeroMQ, REQ/REP: a synchronous client for each consumer, which waits for the reply before it sends the next
 * request. No more messages are on their way than there are clients; the others wait with the sender, so it is one
 * queue, whose length the clients bound everywhere else. At most once: a request to a dead consumer is never
 * answered, and its client waits for ever.
 */
export const zeromqReqRep: Broker = {
  name: 'zeromq-req-rep',
  packages: ['zeromq'],
  colocated: false,
  topology: () => ({ kind: 'closed' }),
  guarantee: 'at-most-once',
  async open({ consumers, capacity, settings }) {
    const endpoints: string[] = [];
    for (let k = 0; k < consumers; k++) endpoints.push(`tcp://127.0.0.1:${await freePort()}`);
    const keys = keysFor(settings);
    const address: PairsAddress = {
      endpoints,
      ...(capacity !== undefined && { capacity }),
      ...(keys && { keys }),
    };
    return {
      software: software(),
      address,
      lost: new Promise<string>(() => {}),
      close: async () => {},
    };
  },
  connectSender: address => connectClients(address as PairsAddress),
  connectReceiver,
};

async function connectReceiver(address: Address, consumer: number): Promise<Receiver> {
  const { endpoints, keys } = address as PairsAddress;
  const endpoint = endpoints[consumer];
  const socket = new Reply({ linger: partingMs, ...bound(keys) });
  try {
    await socket.bind(endpoint);
  } catch (error) {
    socket.close();
    throw new LiveUnavailable(`${endpoint}: ${(error as Error).message}`);
  }
  let answered: Promise<void> = Promise.resolve();
  let waiting = false;
  let stopped = false;
  const answer = () => {
    answered = socket.send(null);
    return answered;
  };
  return {
    async receive() {
      // The next request may only be asked for when the last is answered.
      await answered;
      if (stopped) return undefined;
      waiting = true;
      try {
        const [message] = await socket.receive();
        return message;
      } catch (error) {
        // Closing the socket is the only way to end a receive that waits.
        if (stopped) return undefined;
        throw error;
      } finally {
        waiting = false;
      }
    },
    acknowledge: answer,
    reject: answer,
    stop() {
      stopped = true;
      if (waiting) socket.close();
    },
    close: async () => socket.close(),
  };
}
