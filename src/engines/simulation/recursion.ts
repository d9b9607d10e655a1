import { bucketCount, TimesBlock } from '../../statistics/histogram.js';
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
  /** Of those of a block who departed. */
  private readonly waits = new TimesBlock(blockSize);
  private readonly sojourns = new TimesBlock(blockSize);
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
    const waits = this.waits.times;
    const sojourns = this.sojourns.times;
    inSystem.pass(ledger, batch, start, end, origin);
    const { arrivals, services } = customers;
    const finite = free[0] > Number.NEGATIVE_INFINITY;
    let at = this.at;
    let present = 0;
    let queueArea = 0;
    let busyArea = 0;
    for (;;) {
      if (at === blockSize) {
        customers.next();
        at = 0;
      }
      let departures = 0;
      for (; at < blockSize; at++) {
        const arrival = arrivals[at];
        if (arrival >= end) break;
        const begin = free[0] > arrival ? free[0] : arrival;
        const service = services[at];
        const finish = begin + service;
        if (finite) {
          free[0] = finish;
          settle(free);
        }
        if (trace !== undefined) trace[this.served++] = begin;
        if (finish < end) {
          const wait = begin - arrival;
          waits[departures] = wait;
          // Not finish - arrival, which late on the clock is too coarse for short services.
          sojourns[departures++] = wait + service;
        } else {
          present++;
          queueArea += (begin < end ? begin : end) - arrival;
          if (begin < end) busyArea += end - begin;
          inSystem.add(arrival, begin, finish);
        }
      }
      this.record(ledger, batch, departures);
      if (at < blockSize) break;
    }
    this.at = at;
    const base = batch * columnCount;
    ledger.sums[base + column.queueArea] += queueArea;
    ledger.sums[base + column.busyArea] += busyArea;
    ledger.sums[base + column.arrivals] += present;
  }

  /** Those of a block who departed. */
  private record({ sums, waits, sojourns }: Ledger, batch: number, count: number): void {
    const { origin } = this;
    const waited = this.waits.times;
    const stayed = this.sojourns.times;
    let delayed = 0;
    let waitSum = 0;
    let waitSquared = 0;
    let sojournSum = 0;
    let sojournSquared = 0;
    for (let i = 0; i < count; i++) {
      const wait = waited[i];
      const sojourn = stayed[i];
      delayed += Number(wait > 0);
      waitSum += wait;
      waitSquared += wait * wait;
      sojournSum += sojourn;
      sojournSquared += sojourn * sojourn;
    }
    this.waits.recordIn(waits, batch * bucketCount, count, origin);
    this.sojourns.recordIn(sojourns, batch * bucketCount, count, origin);
    const base = batch * columnCount;
    sums[base + column.departures] += count;
    sums[base + column.served] += count;
    sums[base + column.wait] += waitSum;
    sums[base + column.waitSquared] += waitSquared;
    sums[base + column.waited] += delayed;
    sums[base + column.sojourn] += sojournSum;
    sums[base + column.sojournSquared] += sojournSquared;
    sums[base + column.queueArea] += waitSum;
    sums[base + column.busyArea] += sojournSum - waitSum;
    sums[base + column.arrivals] += count;
  }
}
