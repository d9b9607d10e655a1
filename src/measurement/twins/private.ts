import type { Recursion } from './path.js';

/**
 * A first-come-first-served queue for each server: the recursion of Lindley ("The theory of queues with a single
 * server", Math. Proc. Cambridge 48, 1952) for each of them.
 *
 * @param servers which server each customer is bound to
 */
export function privateQueues(servers: Int32Array): Recursion {
  const free = new Map<number, number>();
  return (arrival, service, customer) => {
    const start = Math.max(arrival, free.get(servers[customer]) ?? Number.NEGATIVE_INFINITY);
    free.set(servers[customer], start + service);
    return start;
  };
}

/**
 * Which server each customer is bound to when they are dealt in turn: as was seen, and where it was not, in the
 * order in which the others got their turns.
 *
 * @param seen -1 where it was not seen
 */
export function turns(seen: Int32Array, servers: number): Int32Array {
  const order = new Int32Array(servers).fill(-1);
  for (let i = 0; i < seen.length && order.includes(-1); i++) {
    if (seen[i] >= 0 && !order.includes(seen[i])) order[i % servers] = seen[i];
  }
  const left = [...Array(servers).keys()].filter(server => !order.includes(server));
  const whole = order.map(server => (server >= 0 ? server : (left.shift() as number)));
  return seen.map((server, i) => (server >= 0 ? server : whole[i % servers]));
}
