import { setTimeout as sleep } from 'node:timers/promises';
import { Pull, Push } from 'zeromq';
import { usualHighWaterMark } from '../../../../scenario/brokers.js';
import type { Address, Broker, Receiver, Sender } from '../../broker.js';
import { freePort } from '../../free-port.js';
import { LiveUnavailable } from '../../problem.js';
import { bound, type CurveKeys, connecting, keysFor } from '../zeromq/curve.js';
import { Outbox } from '../zeromq/outbox.js';
import { software } from '../zeromq/software.js';

interface PipelineAddress extends Address {
  readonly endpoint: string;
  readonly consumers: number;
  readonly highWaterMark: number;
  readonly keys?: CurveKeys;
}

/** All consumers must be there within this time. */
const patienceMs = 8000;

/**
 * ZeroMQ, PUSH/PULL: the sender deals its messages to the consumers in turn, busy or not. A queue for each
 * consumer, in the pipes of both ends and the buffers of the system between them. At most once: what was dealt
 * to a dead consumer is gone.
 */
export const zeromqPushPull: Broker = {
  name: 'zeromq-push-pull',
  packages: ['zeromq'],
  colocated: false,
  topology: () => ({ kind: 'private' }),
  guarantee: 'at-most-once',
  async open({ consumers, settings }) {
    const keys = keysFor(settings);
    const address: PipelineAddress = {
      ...(keys && { keys }),
      endpoint: `tcp://127.0.0.1:${await freePort()}`,
      consumers,
      highWaterMark: settings?.highWaterMark ?? usualHighWaterMark,
    };
    return {
      software: software(),
      address,
      lost: new Promise<string>(() => {}),
      close: async () => {},
    };
  },
  connectSender,
  connectReceiver,
};

/** The bound end; ready when every consumer has come, or the first would get the share of the others. */
async function connectSender(address: Address): Promise<Sender> {
  const { endpoint, consumers, highWaterMark, keys } = address as PipelineAddress;
  const socket = new Push({ sendHighWaterMark: highWaterMark, linger: 0, ...bound(keys) });
  let there = 0;
  const allThere = new Promise<void>(resolve => {
    socket.events.on('handshake', () => {
      if (++there === consumers) resolve();
    });
  });
  // What waits for room is waiting for nobody.
  socket.events.on('disconnect', () => {
    if (--there === 0) socket.close();
  });
  try {
    await socket.bind(endpoint);
    await Promise.race([allThere, tooLate()]);
  } catch (error) {
    socket.close();
    throw error instanceof LiveUnavailable ? error : new LiveUnavailable(`${endpoint}: ${error}`);
  }
  const outbox = new Outbox(socket);
  return {
    send: message => outbox.send([message]),
    async close() {
      if (socket.closed) return;
      await outbox.empty();
      // What is in the pipes still leaves; a consumer that is gone or stopped holds nobody up.
      socket.linger = partingMs;
      socket.close();
    },
  };
}

const partingMs = 500;

async function tooLate(): Promise<never> {
  await sleep(patienceMs, undefined, { ref: false });
  throw new LiveUnavailable('not all ZeroMQ consumers came to the sender');
}

async function connectReceiver(address: Address): Promise<Receiver> {
  const { endpoint, highWaterMark, keys } = address as PipelineAddress;
  const socket = new Pull({
    ...{ receiveHighWaterMark: highWaterMark, linger: 0, reconnectInterval: 20 },
    ...connecting(keys?.publicKey),
  });
  socket.connect(endpoint);
  let stopped = false;
  return {
    async receive() {
      if (stopped) return undefined;
      try {
        const [message] = await socket.receive();
        return message;
      } catch (error) {
        // Closing the socket is the only way to end a receive that waits.
        if (stopped) return undefined;
        throw error;
      }
    },
    acknowledge: () => undefined,
    reject: async () => {},
    stop() {
      stopped = true;
      socket.close();
    },
    close: async () => socket.close(),
  };
}
