import { setTimeout as sleep } from 'node:timers/promises';
import { Request } from 'zeromq';
import type { Address, Sender } from '../../broker.js';
import { LiveUnavailable, QueueFull } from '../../problem.js';
import { type CurveKeys, connecting } from '../zeromq/curve.js';

export interface PairsAddress extends Address {
  /** Of each consumer; a client for each. */
  readonly endpoints: readonly string[];
  /** Most messages that wait or are asked for. Absent: no limit. */
  readonly capacity?: number;
  /** Of the consumers' ends. */
  readonly keys?: CurveKeys;
}

/** All consumers must be there within this time. */
const patienceMs = 8000;

/** Hands each message to the client that has been free longest; without one, it waits. */
export async function connectClients({
  endpoints,
  capacity = Number.POSITIVE_INFINITY,
  keys,
}: PairsAddress): Promise<Sender> {
  const queue: Buffer[] = [];
  const free: Request[] = [];
  let busy = 0;
  let onIdle = () => {};
  const clients = endpoints.map(() => new Request({ linger: 0, ...connecting(keys?.publicKey) }));

  const ask = async (client: Request, message: Buffer) => {
    busy++;
    let alive = true;
    try {
      await client.send(message);
      await client.receive();
    } catch {
      // It was closed: its consumer is gone, and whatever was asked of it with it.
      alive = false;
    }
    busy--;
    if (alive) free.push(client);
    hand();
  };
  const hand = () => {
    while (queue.length > 0 && free.length > 0) void ask(free.shift() as Request, queue.shift() as Buffer);
    if (busy === 0 && (queue.length === 0 || clients.every(({ closed }) => closed))) onIdle();
  };

  const connected = clients.map(
    (client, k) =>
      new Promise<void>(resolve => {
        client.events.on('handshake', () => resolve());
        client.events.on('disconnect', () => {
          const place = free.indexOf(client);
          if (place >= 0) free.splice(place, 1);
          client.close();
        });
        client.connect(endpoints[k]);
      }),
  );
  try {
    await Promise.race([Promise.all(connected), tooLate()]);
  } catch (error) {
    for (const client of clients) client.close();
    throw error;
  }
  free.push(...clients);
  return {
    async send(message) {
      if (queue.length + busy >= capacity) throw new QueueFull();
      queue.push(message);
      hand();
    },
    async close() {
      if (clients.every(({ closed }) => closed)) return;
      await new Promise<void>(resolve => {
        onIdle = resolve;
        hand();
      });
      for (const client of clients) client.close();
    },
  };
}

async function tooLate(): Promise<never> {
  await sleep(patienceMs, undefined, { ref: false });
  throw new LiveUnavailable('not all ZeroMQ consumers are there');
}
