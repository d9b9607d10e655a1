import { bucketCount, bucketOf } from '../../../statistics/histogram.js';
import { column, columnCount, type Ledger } from '../ledger.js';

/** Where times are counted that nobody will ask for: cheaper than to ask every time whether they are wanted. */
const unread = new Uint32Array(bucketCount);

/** The batch at hand of a ledger: views, so that what is summed stands at fixed places. */
export class Page {
  readonly sums: Float64Array;
  readonly waits: Uint32Array = unread;
  readonly sojourns: Uint32Array = unread;

  constructor({ sums, waits, sojourns, timed }: Ledger, batch: number) {
    const base = batch * bucketCount;
    this.sums = sums.subarray(batch * columnCount, (batch + 1) * columnCount);
    if (!timed) return;
    this.waits = waits.subarray(base, base + bucketCount);
    this.sojourns = sojourns.subarray(base, base + bucketCount);
  }
}

/** Wait and sojourn, seconds, for `tally` to read: as arguments they would be boxed wherever it is not inlined. */
export const times = new Float64Array(2);

/** Writes a customer who departs, whose `times` have been set. @param origin of the histograms' buckets */
export function tally({ sums, waits, sojourns }: Page, origin: number): void {
  const wait = times[0];
  const sojourn = times[1];
  sums[column.departures]++;
  sums[column.sojourn] += sojourn;
  sums[column.sojournSquared] += sojourn * sojourn;
  sojourns[bucketOf(sojourn, origin)]++;
  if (wait > 0) {
    sums[column.waited]++;
    sums[column.wait] += wait;
    sums[column.waitSquared] += wait * wait;
    waits[bucketOf(wait, origin)]++;
  } else waits[0]++;
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
