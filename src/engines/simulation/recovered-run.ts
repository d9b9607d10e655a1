import type { Upset } from '../../result/recovery.js';
import { blockSize, type Customers } from '../../workload/customers.js';
import { freeTimes, settle } from './free-times.js';

export interface RecoveredRun {
  /** Customers who wait when the recovery begins. */
  readonly backlog: number;
  /** Seconds from there until nobody waits for the first time. */
  readonly time: number;
}

/**
 * One recovery by the recursion of Kiefer and Wolfowitz. Whoever is served first come first served begins after
 * all before, so nobody waits from the moment that a customer begins until the next one comes, if that is later.
 *
 * @param settled seconds from an empty start until the upset; a backlog needs none
 */
export function recoveredRun(
  customers: Customers,
  servers: number,
  upset: Upset,
  settled: number,
): RecoveredRun {
  const arrivals = upsetArrivals(customers, servers, upset, settled);
  const stop = upset.kind === 'pause' ? settled : Number.POSITIVE_INFINITY;
  const standstill = upset.kind === 'pause' ? upset.seconds : 0;
  const start = upset.kind === 'backlog' ? 0 : settled + upset.seconds;
  const free = freeTimes(servers);
  let backlog = 0;
  let { arrival, service } = arrivals();
  for (;;) {
    let begin = Math.max(free[0], arrival);
    if (begin >= stop && begin < stop + standstill) begin = stop + standstill;
    let finish = begin + service;
    if (begin < stop && finish > stop) finish += standstill;
    free[0] = finish;
    settle(free);
    if (arrival <= start && begin > start) backlog++;
    const next = arrivals();
    const since = Math.max(begin, start);
    if (next.arrival > start && next.arrival >= since) return { backlog, time: since - start };
    ({ arrival, service } = next);
  }
}

/** The customers one by one, at the times at which the upset has them come. */
function upsetArrivals(customers: Customers, servers: number, upset: Upset, settled: number) {
  const moved = movedBy(upset, servers, settled);
  let at = blockSize;
  return () => {
    if (at === blockSize) {
      customers.next();
      at = 0;
    }
    const arrival = moved(customers.arrivals[at]);
    return { arrival, service: customers.services[at++] };
  };
}

/** When a customer comes who would have come at this time. */
function movedBy(upset: Upset, servers: number, settled: number): (time: number) => number {
  if (upset.kind === 'backlog') {
    // All who wait, and those in service, are there at the start; the process of arrivals goes on after them.
    let left = upset.customers + servers;
    let last = 0;
    return time => {
      if (left === 0) return time - last;
      left--;
      last = time;
      return 0;
    };
  }
  if (upset.kind === 'pause') return time => time;
  // While the spike lasts the clock of the arrivals runs so many times as fast.
  const { factor, seconds } = upset;
  const end = settled + factor * seconds;
  return time =>
    time <= settled ? time : time < end ? settled + (time - settled) / factor : time - (factor - 1) * seconds;
}
