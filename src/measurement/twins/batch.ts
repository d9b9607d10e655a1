import type { Recursion } from './path.js';

/**
 * One queue from which the server that is free first takes up to `batch` of those who wait, and serves them one
 * after the other; nobody else gets them meanwhile. With batches of 1 it is the queue of Kiefer and Wolfowitz.
 */
export function batchQueue(servers: number, batch: number): Recursion {
  const free = new Float64Array(servers).fill(Number.NEGATIVE_INFINITY);
  /** The batch that was taken last: by whom, when, and how many more it has room for. */
  let taker = 0;
  let taken = Number.NEGATIVE_INFINITY;
  let room = 0;
  return (arrival, service) => {
    if (room > 0 && arrival <= taken) room--;
    else {
      taker = 0;
      for (let k = 1; k < servers; k++) if (free[k] < free[taker]) taker = k;
      taken = free[taker];
      // A server that waits is given the first to come, alone.
      room = arrival > taken ? 0 : batch - 1;
    }
    const start = Math.max(arrival, free[taker]);
    free[taker] = start + service;
    return start;
  };
}
