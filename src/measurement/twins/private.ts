import { emptyPath, type SamplePath } from './path.js';

/**
 * A first-come-first-served queue for each server: the recursion of Lindley ("The theory of queues with a single
 * server", Math. Proc. Cambridge 48, 1952) for each of them.
 *
 * @param servers which server each customer is bound to
 */
export function privateQueues(
  arrivals: Float64Array,
  services: Float64Array,
  servers: Int32Array,
): SamplePath {
  const { started, finished } = emptyPath(arrivals.length);
  const free = new Map<number, number>();
  for (let i = 0; i < arrivals.length; i++) {
    started[i] = Math.max(arrivals[i], free.get(servers[i]) ?? Number.NEGATIVE_INFINITY);
    finished[i] = started[i] + services[i];
    free.set(servers[i], finished[i]);
  }
  return { started, finished };
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
