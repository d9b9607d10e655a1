import { bucketCount, TimesBlock } from '../../../statistics/histogram.js';
import { column, type Ledger } from '../ledger.js';

/** Where times are counted that nobody will ask for: cheaper than to ask every time whether they are wanted. */
const unread = new Uint32Array(bucketCount);

/** Customers whose times are summed together: few, so that the pages of many stations stay in the cache. */
const together = 64;

/**
 * The batch at hand of a ledger. Whoever departs is noted, `waits[count] = wait; sojourns[count] = sojourn; next()`,
 * so that no double crosses a call, and summed with others: a fifth of the time that sums and counts take one by one.
 */
export class Page {
  /** Seconds, none below 0: of those who departed and are in no sum yet. */
  readonly waits: Float64Array;
  readonly sojourns: Float64Array;
  count = 0;
  private readonly waitBlock = new TimesBlock(together);
  private readonly sojournBlock = new TimesBlock(together);
  private readonly origin: number;
  private ledger!: Ledger;
  private batch = 0;

  /** @param origin of the histograms' buckets */
  constructor(origin: number) {
    this.origin = origin;
    this.waits = this.waitBlock.times;
    this.sojourns = this.sojournBlock.times;
  }

  /** What follows belongs to this batch of the ledger. */
  turn(ledger: Ledger, batch: number): void {
    this.ledger = ledger;
    this.batch = batch;
  }

  /** Adds to a sum of the batch other than those of times. @param what of `column` */
  add(what: number, amount: number): void {
    const { sums, width } = this.ledger;
    sums[this.batch * width + what] += amount;
  }

  next(): void {
    if (++this.count === together) this.sum();
  }

  /** Brings the sums of the ledger up to date. */
  sum(): void {
    const { ledger, batch, count, origin, waits, sojourns } = this;
    const { sums } = ledger;
    const base = batch * ledger.width;
    let waited = 0;
    let wait = sums[base + column.wait];
    let waitSquared = sums[base + column.waitSquared];
    let sojourn = sums[base + column.sojourn];
    let sojournSquared = sums[base + column.sojournSquared];
    for (let i = 0; i < count; i++) {
      const own = waits[i];
      const stay = sojourns[i];
      waited = (waited + Number(own > 0)) | 0;
      wait += own;
      waitSquared += own * own;
      sojourn += stay;
      sojournSquared += stay * stay;
    }
    sums[base + column.departures] += count;
    sums[base + column.waited] += waited;
    sums[base + column.wait] = wait;
    sums[base + column.waitSquared] = waitSquared;
    sums[base + column.sojourn] = sojourn;
    sums[base + column.sojournSquared] = sojournSquared;
    const offset = ledger.timed ? batch * bucketCount : 0;
    this.waitBlock.recordIn(ledger.timed ? ledger.waits : unread, offset, count, origin);
    this.sojournBlock.recordIn(ledger.timed ? ledger.sojourns : unread, offset, count, origin);
    this.count = 0;
  }
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
  { sums, width }: Ledger,
  batch: number,
  at: number,
  [before, after]: readonly [Stock, Stock],
  lost: { readonly time: number; readonly work: number },
): void {
  const base = batch * width;
  const sojourns = sums[base + column.sojourn];
  const time = sojourns + lost.time + after.age[at] - before.age[at];
  const work = sojourns - sums[base + column.wait] + lost.work + after.work[at] - before.work[at];
  sums[base + column.served] =
    sums[base + column.departures] - sums[base + column.abandoned] - sums[base + column.dead];
  sums[base + column.busyArea] = work;
  sums[base + column.queueArea] = time - work;
  sums[base + column.arrivals] =
    sums[base + column.departures] +
    sums[base + column.lost] +
    sums[base + column.baulked] +
    after.present[at] -
    before.present[at];
}
