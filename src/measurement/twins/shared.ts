import type { Recursion } from './path.js';

/**
 * A first-come-first-served queue with `servers` equal servers: the recursion of Kiefer and Wolfowitz ("On the theory
 * of queues with many servers", Trans. AMS 78, 1955), for one server that of Lindley. Each customer takes the server
 * that is free first.
 */
export function sharedQueue(servers: number): Recursion {
  const free = new Float64Array(servers).fill(Number.NEGATIVE_INFINITY);
  return (arrival, service) => {
    let first = 0;
    for (let k = 1; k < servers; k++) if (free[k] < free[first]) first = k;
    const start = Math.max(arrival, free[first]);
    free[first] = start + service;
    return start;
  };
}
