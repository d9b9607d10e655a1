import { bucketCount, bucketOf } from '../../statistics/histogram.js';
import { blockSize, type Customers } from '../../workload/customers.js';
import { freeTimes, settle } from './free-times.js';
import { InSystem } from './in-system.js';
import { column, columnCount, type Ledger } from './ledger.js';
import type { Replication } from './replication.js';

/**
 * The fast path for G/G/c, first come first served, nothing turned away: the recursion of Kiefer and
 * Wolfowitz ("On the theory of queues with many servers", Trans. AMS 78, 1955), one step a customer instead
 * of two events. Each customer takes the server that is free first and starts at max(arrival, that time).
 */
export class Recursion implements Replication {
  private readonly customers: Customers;
  private readonly free: Float64Array;
  private readonly inSystem = new InSystem();
  private readonly origin: number;
  private readonly trace: Float64Array | undefined;
  private served = 0;
  private at = blockSize;

  /**
   * @param servers Infinity: a server for everybody
   * @param origin of the histograms' buckets
   * @param trace receives the start of service of each customer, in order of arrival, as far as it reaches
   */
  constructor(customers: Customers, servers: number, origin: number, trace?: Float64Array) {
    this.customers = customers;
    this.free = freeTimes(servers);
    this.origin = origin;
    this.trace = trace;
  }

  advance([ledger]: readonly Ledger[], batch: number, start: number, end: number): void {
    const { customers, free, inSystem, origin, trace } = this;
    inSystem.pass(ledger, batch, start, end, origin);
    const { arrivals, services } = customers;
    const { sums, waits, sojourns } = ledger;
    const finite = free[0] > Number.NEGATIVE_INFINITY;
    const bucketBase = batch * bucketCount;
    let at = this.at;
    let departures = 0;
    let present = 0;
    let waited = 0;
    let waitSum = 0;
    let waitSquared = 0;
    let sojournSum = 0;
    let sojournSquared = 0;
    let queueArea = 0;
    let busyArea = 0;
    for (;;) {
      if (at === blockSize) {
        customers.next();
        at = 0;
      }
      const arrival = arrivals[at];
      if (arrival >= end) break;
      const begin = free[0] > arrival ? free[0] : arrival;
      const service = services[at++];
      const finish = begin + service;
      if (finite) {
        free[0] = finish;
        settle(free);
      }
      if (trace !== undefined) trace[this.served++] = begin;
      if (finish >= end) {
        present++;
        queueArea += (begin < end ? begin : end) - arrival;
        if (begin < end) busyArea += end - begin;
        inSystem.add(arrival, begin, finish);
        continue;
      }
      const wait = begin - arrival;
      // Not finish - arrival, which late on the clock is too coarse for short services.
      const sojourn = wait + service;
      departures++;
      if (wait > 0) waited++;
      waitSum += wait;
      waitSquared += wait * wait;
      sojournSum += sojourn;
      sojournSquared += sojourn * sojourn;
      waits[bucketBase + bucketOf(wait, origin)]++;
      sojourns[bucketBase + bucketOf(sojourn, origin)]++;
    }
    this.at = at;
    const base = batch * columnCount;
    sums[base + column.departures] += departures;
    sums[base + column.served] += departures;
    sums[base + column.wait] += waitSum;
    sums[base + column.waitSquared] += waitSquared;
    sums[base + column.waited] += waited;
    sums[base + column.sojourn] += sojournSum;
    sums[base + column.sojournSquared] += sojournSquared;
    sums[base + column.queueArea] += waitSum + queueArea;
    sums[base + column.busyArea] += sojournSum - waitSum + busyArea;
    sums[base + column.arrivals] += departures + present;
  }
}
