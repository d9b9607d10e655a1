import { emptyPath, type SamplePath } from './path.js';

/**
 * One queue from which the server that is free first takes up to `batch` of those who wait, and serves them one
 * after the other; nobody else gets them meanwhile. With batches of 1 it is the queue of Kiefer and Wolfowitz.
 *
 * @param arrivals seconds, non-decreasing
 */
export function batchQueue(
  arrivals: Float64Array,
  services: Float64Array,
  servers: number,
  batch: number,
): SamplePath {
  const { started, finished } = emptyPath(arrivals.length);
  const free = new Float64Array(servers).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < arrivals.length; ) {
    let first = 0;
    for (let k = 1; k < servers; k++) if (free[k] < free[first]) first = k;
    const taken = free[first];
    // A server that waits is given the first to come, alone.
    const most = arrivals[i] > taken ? 1 : batch;
    let clock = Math.max(arrivals[i], taken);
    for (let n = 0; n < most && i < arrivals.length && (n === 0 || arrivals[i] <= taken); n++, i++) {
      started[i] = clock;
      clock += services[i];
      finished[i] = clock;
    }
    free[first] = clock;
  }
  return { started, finished };
}
