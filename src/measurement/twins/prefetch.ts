import type { Recursion } from './path.js';

/** A server, and what it knows of itself. */
interface Server {
  /** When it asks, or asked, for its next customer, and whose turn it is among those who asked at the same time. */
  asks: number;
  turn: number;
  /** Ends of service of all that it was given, first to last. */
  readonly ends: number[];
}

/**
 * One queue from which each server fetches its customers one after the other, up to `prefetch` ahead of the one that it
 * serves. The first in the queue goes to the server that has asked for longest, be it busy or not; that one asks again as
 * soon as it has room: at once, or when the customer who came `prefetch` before this one has been served. With none ahead
 * it is the queue of Kiefer and Wolfowitz.
 */
export function prefetchQueue(servers: number, prefetch: number): Recursion {
  const pool = Array.from(
    { length: servers },
    (_, turn): Server => ({
      ...{ asks: Number.NEGATIVE_INFINITY, turn, ends: [] },
    }),
  );
  let turns = servers;
  return (arrival, service) => {
    const server = pool.reduce((first, one) => (isBefore(one, first) ? one : first));
    const { ends } = server;
    const fetched = Math.max(arrival, server.asks);
    const start = Math.max(fetched, ends.at(-1) ?? Number.NEGATIVE_INFINITY);
    ends.push(start + service);
    server.asks = Math.max(fetched, ends[ends.length - 1 - prefetch] ?? Number.NEGATIVE_INFINITY);
    server.turn = turns++;
    return start;
  };
}

const isBefore = (a: Server, b: Server): boolean => (a.asks === b.asks ? a.turn < b.turn : a.asks < b.asks);
