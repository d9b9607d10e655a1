import { emptyPath, type SamplePath } from './path.js';

/**
 * What a first-come-first-served queue with `servers` equal servers does with exactly these customers: the
 * recursion of Kiefer and Wolfowitz ("On the theory of queues with many servers", Trans. AMS 78, 1955), for
 * one server that of Lindley. Each customer takes the server that is free first.
 *
 * @param arrivals seconds, non-decreasing
 * @param services seconds, the service time that each customer brings
 */
export function kieferWolfowitz(arrivals: Float64Array, services: Float64Array, servers: number): SamplePath {
  const { started, finished } = emptyPath(arrivals.length);
  const free = new Float64Array(servers).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < arrivals.length; i++) {
    let first = 0;
    for (let k = 1; k < servers; k++) if (free[k] < free[first]) first = k;
    started[i] = Math.max(arrivals[i], free[first]);
    finished[i] = started[i] + services[i];
    free[first] = finished[i];
  }
  return { started, finished };
}
