import { emptyPath, type SamplePath } from './path.js';

/**
 * One queue whose dispatcher binds customers to servers ahead of service: each server has a credit of so many
 * customers, the one in service included. The first in the queue goes, as soon as there is a credit, to the
 * server with the fewest customers, among equals to the one that was given back a credit longest ago. With a
 * credit of 1 it is the queue of Kiefer and Wolfowitz.
 *
 * @param arrivals seconds, non-decreasing
 */
export function creditQueue(
  arrivals: Float64Array,
  services: Float64Array,
  servers: number,
  credit: number,
): SamplePath {
  const { started, finished } = emptyPath(arrivals.length);
  /** Ends of service of the customers of each server, first to last; those before `gone` are over. */
  const ends: number[][] = Array.from({ length: servers }, () => []);
  const gone = new Int32Array(servers);
  let dispatched = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < arrivals.length; i++) {
    let now = Math.max(arrivals[i], dispatched);
    const release = () => {
      for (let k = 0; k < servers; k++) while (ends[k][gone[k]] <= now) gone[k]++;
    };
    release();
    const bound = (k: number) => ends[k].length - gone[k];
    if (ends.every((_, k) => bound(k) >= credit)) {
      now = ends.reduce((first, end, k) => Math.min(first, end[gone[k]]), Number.POSITIVE_INFINITY);
      release();
    }
    dispatched = now;
    const lastEnd = (k: number) => ends[k][gone[k] - 1] ?? Number.NEGATIVE_INFINITY;
    let to = 0;
    for (let k = 1; k < servers; k++) {
      if (bound(k) < bound(to) || (bound(k) === bound(to) && lastEnd(k) < lastEnd(to))) to = k;
    }
    started[i] = Math.max(now, ends[to].at(-1) ?? Number.NEGATIVE_INFINITY);
    finished[i] = started[i] + services[i];
    ends[to].push(finished[i]);
  }
  return { started, finished };
}
