import { bucketCount, bucketOf } from '../../statistics/histogram.js';
import { blockSize, type Customers } from '../../workload/customers.js';
import { doubled } from './doubled.js';
import { EventHeap } from './event-heap.js';
import { column, columnCount, type Ledger } from './ledger.js';
import type { Replication, StationSetup } from './replication.js';
import { Ring } from './ring.js';

/**
 * The event engine for G/G/c/K, first come first served. Customers are whole-number handles into flat
 * arrays and are reused after departure, so memory follows the customers present, not those served.
 *
 * At equal times departures come before the arrival, and departures in the order in which their services
 * began: a customer that arrives as a server falls free does not wait, and finds the place in the buffer.
 */
export class Events implements Replication {
  /** Customers waiting or in service. */
  present = 0;
  private readonly customers: Customers;
  private readonly servers: number;
  private readonly capacity: number;
  private readonly origin: number;
  private readonly trace: Float64Array | undefined;
  private readonly departures = new EventHeap();
  private readonly queue = new Ring();
  private readonly idle = new Ring();
  private arrival = new Float64Array(64);
  private start = new Float64Array(64);
  private service = new Float64Array(64);
  private index = new Float64Array(64);
  private handles = 0;
  private met = 0;
  private at = blockSize;

  /** @param trace receives the start of service of each accepted customer, by order of arrival */
  constructor(customers: Customers, setup: StationSetup, trace?: Float64Array) {
    this.customers = customers;
    this.servers = setup.servers;
    this.capacity = setup.capacity;
    this.origin = setup.origin;
    this.trace = trace;
  }

  advance(ledger: Ledger, batch: number, start: number, end: number): void {
    const { customers, departures, queue, idle, servers, capacity, origin, trace } = this;
    const { sums, waits, sojourns } = ledger;
    const bucketBase = batch * bucketCount;
    let at = this.at;
    let departed = 0;
    let arrived = 0;
    let lost = 0;
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
      const nextArrival = customers.arrivals[at];
      if (departures.size > 0 && departures.times[0] <= nextArrival) {
        const now = departures.times[0];
        if (now >= end) break;
        const handle = departures.tags[0];
        const began = this.start[handle];
        const came = this.arrival[handle];
        const wait = began - came;
        const sojourn = now - came;
        departed++;
        this.present--;
        if (wait > 0) waited++;
        waitSum += wait;
        waitSquared += wait * wait;
        sojournSum += sojourn;
        sojournSquared += sojourn * sojourn;
        waits[bucketBase + bucketOf(wait, origin)]++;
        sojourns[bucketBase + bucketOf(sojourn, origin)]++;
        if (came >= start) {
          queueArea += wait;
          busyArea += now - began;
        } else {
          if (began > start) queueArea += began - start;
          busyArea += began > start ? now - began : now - start;
        }
        idle.push(handle);
        if (queue.size > 0) {
          const next = queue.shift();
          this.start[next] = now;
          if (trace !== undefined) trace[this.index[next]] = now;
          departures.times[0] = now + this.service[next];
          departures.replaceTop(next);
        } else {
          departures.pop();
        }
        continue;
      }
      if (nextArrival >= end) break;
      const service = customers.services[at++];
      arrived++;
      const index = this.met++;
      if (this.present >= capacity) {
        lost++;
        continue;
      }
      this.present++;
      const handle = idle.size > 0 ? idle.shift() : this.newHandle();
      this.arrival[handle] = nextArrival;
      this.index[handle] = index;
      if (departures.size < servers) {
        this.start[handle] = nextArrival;
        if (trace !== undefined) trace[index] = nextArrival;
        departures.times[departures.size] = nextArrival + service;
        departures.push(handle);
      } else {
        this.service[handle] = service;
        queue.push(handle);
      }
    }
    this.at = at;
    for (let i = 0; i < queue.size; i++) queueArea += end - Math.max(start, this.arrival[queue.at(i)]);
    for (let i = 0; i < departures.size; i++) {
      const handle = departures.tags[i];
      const began = this.start[handle];
      if (began > start) queueArea += began - Math.max(start, this.arrival[handle]);
      busyArea += end - Math.max(start, began);
    }
    const base = batch * columnCount;
    sums[base + column.departures] += departed;
    sums[base + column.wait] += waitSum;
    sums[base + column.waitSquared] += waitSquared;
    sums[base + column.waited] += waited;
    sums[base + column.sojourn] += sojournSum;
    sums[base + column.sojournSquared] += sojournSquared;
    sums[base + column.queueArea] += queueArea;
    sums[base + column.busyArea] += busyArea;
    sums[base + column.arrivals] += arrived;
    sums[base + column.lost] += lost;
  }

  private newHandle(): number {
    if (this.handles === this.arrival.length) {
      this.arrival = doubled(this.arrival);
      this.start = doubled(this.start);
      this.service = doubled(this.service);
      this.index = doubled(this.index);
    }
    return this.handles++;
  }
}
