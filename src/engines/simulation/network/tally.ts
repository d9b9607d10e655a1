import { bucketCount, bucketOf } from '../../../statistics/histogram.js';
import { column, columnCount, type Ledger } from '../ledger.js';

/** Writes a customer who departs into the batch of a ledger. @param origin of the histograms' buckets */
export function tally(ledger: Ledger, batch: number, wait: number, sojourn: number, origin: number): void {
  const { sums, waits, sojourns } = ledger;
  const base = batch * columnCount;
  const bucketBase = batch * bucketCount;
  sums[base + column.departures]++;
  if (wait > 0) sums[base + column.waited]++;
  sums[base + column.wait] += wait;
  sums[base + column.waitSquared] += wait * wait;
  sums[base + column.sojourn] += sojourn;
  sums[base + column.sojournSquared] += sojourn * sojourn;
  waits[bucketBase + bucketOf(wait, origin)]++;
  sojourns[bucketBase + bucketOf(sojourn, origin)]++;
}

/** What is present at the end of a batch, by ledger: customers, the time since they came, the service received. */
export class Stock {
  readonly present: Float64Array;
  readonly age: Float64Array;
  readonly work: Float64Array;

  constructor(ledgers: number) {
    this.present = new Float64Array(ledgers);
    this.age = new Float64Array(ledgers);
    this.work = new Float64Array(ledgers);
  }

  add(at: number, age: number, work: number): void {
    this.present[at]++;
    this.age[at] += age;
    this.work[at] += work;
  }
}

/**
 * Closes a batch: the time spent in it is the sojourn times of those who left in it, plus the age of those
 * present at its end, less the age of those present at its start; the same for service received.
 *
 * @param lost time and service in the system of those who left it without departing
 */
export function settle(
  { sums }: Ledger,
  batch: number,
  at: number,
  [before, after]: readonly [Stock, Stock],
  lost: { readonly time: number; readonly work: number },
): void {
  const base = batch * columnCount;
  const sojourns = sums[base + column.sojourn];
  const time = sojourns + lost.time + after.age[at] - before.age[at];
  const work = sojourns - sums[base + column.wait] + lost.work + after.work[at] - before.work[at];
  sums[base + column.served] = sums[base + column.departures] - sums[base + column.abandoned];
  sums[base + column.busyArea] = work;
  sums[base + column.queueArea] = time - work;
  sums[base + column.arrivals] =
    sums[base + column.departures] + sums[base + column.lost] + after.present[at] - before.present[at];
}
