import { bucketCount, TimesBlock } from '../../statistics/histogram.js';
import { blockSize, type Customers } from '../../workload/customers.js';
import type { Flow } from './flow.js';
import { freeTimes, settle } from './free-times.js';
import { InSystem } from './in-system.js';
import { column, type Ledger } from './ledger.js';
import { Stretch } from './network/stretch.js';
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
  /** Of the block at hand: when each service starts. */
  private readonly starts = new Float64Array(blockSize);
  /** Of those of a block who departed. */
  private readonly waits = new TimesBlock(blockSize);
  private readonly sojourns = new TimesBlock(blockSize);
  /** Numbers in the block of those who stay beyond the end of the batch. */
  private readonly staying = new Int32Array(blockSize);
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
    const stretch = new Stretch([ledger], batch);
    const flow = this.inSystem.pass(ledger, batch, start, end, this.origin);
    do {
      if (this.at === blockSize) {
        this.customers.next();
        this.at = 0;
      }
      const from = this.at;
      this.serve(ledger, batch, end, flow);
      if (this.trace !== undefined) this.noteIn(this.trace, from);
    } while (this.at === blockSize);
    stretch.end(flow.number, flow.line);
  }

  /**
   * Those of the block at hand who arrive before `end`. All in one loop from which nothing is called that is not
   * inlined: the next start hangs on the last one, and while it waits the processor does the sums.
   */
  private serve(ledger: Ledger, batch: number, end: number, flow: Flow): void {
    const { free, starts, staying } = this;
    const { arrivals, services } = this.customers;
    const waits = this.waits.times;
    const sojourns = this.sojourns.times;
    const finite = free[0] > Number.NEGATIVE_INFINITY;
    let departed = 0;
    let stayed = 0;
    let delayed = 0;
    let waitSum = 0;
    let waitSquared = 0;
    let sojournSum = 0;
    let sojournSquared = 0;
    let come = 0;
    let begun = 0;
    let gone = 0;
    let at = this.at;
    for (; at < blockSize; at++) {
      const arrival = arrivals[at];
      if (arrival >= end) break;
      const service = services[at];
      const start = free[0] > arrival ? free[0] : arrival;
      const finish = start + service;
      if (finite) {
        free[0] = finish;
        settle(free);
      }
      starts[at] = start;
      come += end - arrival;
      if (finish >= end) {
        staying[stayed++] = at;
        continue;
      }
      const wait = start - arrival;
      // Not finish - arrival, which late on the clock is too coarse for short services.
      const sojourn = wait + service;
      begun += end - start;
      gone += end - finish;
      waits[departed] = wait;
      sojourns[departed++] = sojourn;
      delayed = (delayed + Number(wait > 0)) | 0;
      waitSum += wait;
      waitSquared += wait * wait;
      sojournSum += sojourn;
      sojournSquared += sojourn * sojourn;
    }
    this.at = at;
    this.waits.recordIn(ledger.waits, batch * bucketCount, departed, this.origin);
    this.sojourns.recordIn(ledger.sojourns, batch * bucketCount, departed, this.origin);
    const { sums, width } = ledger;
    const base = batch * width;
    sums[base + column.departures] += departed;
    sums[base + column.served] += departed;
    sums[base + column.wait] += waitSum;
    sums[base + column.waitSquared] += waitSquared;
    sums[base + column.waited] += delayed;
    sums[base + column.sojourn] += sojournSum;
    sums[base + column.sojournSquared] += sojournSquared;
    sums[base + column.queueArea] += waitSum;
    sums[base + column.busyArea] += sojournSum - waitSum;
    sums[base + column.arrivals] += departed;
    flow.come += come;
    flow.begun += begun;
    flow.gone += gone;
    this.keep(sums, base, stayed, end, flow);
  }

  /** Those of the block who stay beyond the end of the batch. */
  private keep(sums: Float64Array, base: number, count: number, end: number, flow: Flow): void {
    const { starts, staying, inSystem } = this;
    const { arrivals, services } = this.customers;
    for (let i = 0; i < count; i++) {
      const customer = staying[i];
      const arrival = arrivals[customer];
      const start = starts[customer];
      sums[base + column.arrivals]++;
      sums[base + column.queueArea] += Math.min(start, end) - arrival;
      sums[base + column.busyArea] += Math.max(0, end - start);
      flow.begun += Math.max(0, end - start);
      inSystem.add(arrival, start, start + services[customer]);
    }
  }

  private noteIn(trace: Float64Array, from: number): void {
    const room = trace.length - this.served;
    const noted = Math.min(this.at - from, room);
    trace.set(this.starts.subarray(from, from + noted), this.served);
    this.served += noted;
  }
}
