import type { Recursion } from './path.js';

/**
 * One queue whose dispatcher binds customers to servers ahead of service: each server has a credit of so many
 * customers, the one in service included. The first in the queue goes, as soon as there is a credit, to the
 * server with the fewest customers, among equals to the one that was given back a credit longest ago. With a
 * credit of 1 it is the queue of Kiefer and Wolfowitz.
 */
export function creditQueue(servers: number, credit: number): Recursion {
  /** Ends of service of the customers of each server, first to last; those before `gone` are over. */
  const ends: number[][] = Array.from({ length: servers }, () => []);
  const gone = new Int32Array(servers);
  let dispatched = Number.NEGATIVE_INFINITY;
  const bound = (k: number) => ends[k].length - gone[k];
  const lastEnd = (k: number) => ends[k][gone[k] - 1] ?? Number.NEGATIVE_INFINITY;
  const release = (now: number) => {
    for (let k = 0; k < servers; k++) while (ends[k][gone[k]] <= now) gone[k]++;
  };
  return (arrival, service) => {
    dispatched = Math.max(arrival, dispatched);
    release(dispatched);
    if (ends.every((_, k) => bound(k) >= credit)) {
      dispatched = ends.reduce((first, end, k) => Math.min(first, end[gone[k]]), Number.POSITIVE_INFINITY);
      release(dispatched);
    }
    let to = 0;
    for (let k = 1; k < servers; k++) {
      if (bound(k) < bound(to) || (bound(k) === bound(to) && lastEnd(k) < lastEnd(to))) to = k;
    }
    const start = Math.max(dispatched, ends[to].at(-1) ?? Number.NEGATIVE_INFINITY);
    ends[to].push(start + service);
    return start;
  };
}
