import { bucketCount, bucketOf } from '../../statistics/histogram.js';
import { doubled } from './doubled.js';
import { Flow } from './flow.js';
import { column, type Ledger } from './ledger.js';

/**
 * The customers whose service outlives the batch in which the recursion met them. Few: those present at the
 * end of a batch. Times are seconds.
 */
export class InSystem {
  private arrivals = new Float64Array(64);
  private starts = new Float64Array(64);
  private finishes = new Float64Array(64);
  private count = 0;

  add(arrival: number, start: number, finish: number): void {
    if (this.count === this.arrivals.length) {
      this.arrivals = doubled(this.arrivals);
      this.starts = doubled(this.starts);
      this.finishes = doubled(this.finishes);
    }
    this.arrivals[this.count] = arrival;
    this.starts[this.count] = start;
    this.finishes[this.count++] = finish;
  }

  /**
   * Adds the areas that those present contribute between `from` and `to`, and records who departs in it; their flow, as
   * if they had come at its start.
   */
  pass(ledger: Ledger, batch: number, from: number, to: number, origin: number): Flow {
    const { sums, width, waits, sojourns } = ledger;
    const base = batch * width;
    const flow = new Flow();
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const arrival = this.arrivals[i];
      const start = this.starts[i];
      const finish = this.finishes[i];
      sums[base + column.queueArea] += overlap(arrival, start, from, to);
      sums[base + column.busyArea] += overlap(start, finish, from, to);
      flow.come += to - from;
      flow.begun += to - Math.min(to, Math.max(start, from));
      flow.gone += to - Math.min(to, finish);
      if (finish >= to) {
        this.arrivals[kept] = arrival;
        this.starts[kept] = start;
        this.finishes[kept++] = finish;
        continue;
      }
      const wait = start - arrival;
      const sojourn = finish - arrival;
      sums[base + column.departures]++;
      sums[base + column.served]++;
      sums[base + column.wait] += wait;
      sums[base + column.waitSquared] += wait * wait;
      if (wait > 0) sums[base + column.waited]++;
      sums[base + column.sojourn] += sojourn;
      sums[base + column.sojournSquared] += sojourn * sojourn;
      waits[batch * bucketCount + bucketOf(wait, origin)]++;
      sojourns[batch * bucketCount + bucketOf(sojourn, origin)]++;
    }
    this.count = kept;
    return flow;
  }
}

/** Length of the part of [begin, end) that lies in [from, to). */
function overlap(begin: number, end: number, from: number, to: number): number {
  return Math.max(0, Math.min(end, to) - Math.max(begin, from));
}
