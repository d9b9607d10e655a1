import type { Lateness } from './lateness.js';
import type { Recursion } from './path.js';

/**
 * One queue from which the server that is free first takes up to `batch` of those who wait, and serves them one
 * after the other; nobody else gets them meanwhile. With batches of 1 it is the queue of Kiefer and Wolfowitz.
 *
 * @param lateness whoever comes after a server is free, but is under way before it asks, goes along with the others;
 *   customers and requests have equally long ways to the queue. Absent: none is late.
 */
export function batchQueue(servers: number, batch: number, lateness?: Lateness): Recursion {
  const free = new Float64Array(servers).fill(Number.NEGATIVE_INFINITY);
  const asks = free.slice();
  /** The batch that was taken last: by whom, when, and how many more it has room for. */
  let taker = 0;
  let taken = Number.NEGATIVE_INFINITY;
  let room = 0;
  return (arrival, service, customer) => {
    const sent = arrival + (lateness?.sending[customer] ?? 0);
    if (room > 0 && sent <= taken) room--;
    else {
      taker = 0;
      for (let k = 1; k < servers; k++) if (asks[k] < asks[taker]) taker = k;
      taken = asks[taker];
      // A server that waits is given the first to come, alone.
      room = sent > taken ? 0 : batch - 1;
    }
    const start = Math.max(arrival, free[taker]);
    free[taker] = start + service;
    asks[taker] = free[taker] + (lateness?.asking[customer] ?? 0);
    return start;
  };
}
