import { bucketCount } from '../../statistics/histogram.js';

/** Batches of time that one replication keeps; full ones are merged in pairs. */
export const batchCapacity = 16;

/** What is summed over each batch. */
export const column = {
  departures: 0,
  wait: 1,
  waitSquared: 2,
  waited: 3,
  sojourn: 4,
  sojournSquared: 5,
  queueArea: 6,
  busyArea: 7,
  arrivals: 8,
  lost: 9,
  /** Of the departures, those who gave up waiting, and those who were served. */
  abandoned: 10,
  served: 11,
  /** Of the departures, those whose work failed too often. */
  dead: 12,
  /** Attempts in vain, and the service that they took, seconds. */
  failed: 13,
  wasted: 14,
  /** Of the arrivals, those who did not come in when they saw how many were there. */
  baulked: 15,
  /** For Little's law: the areas under the number at the station and in its line, as counted event by event ... */
  countedNumber: 16,
  countedLine: 17,
  /** ... and, over the same stretches of time, as the times of customers tell them. */
  toldNumber: 18,
  toldLine: 19,
  /** Server-seconds where the number of servers is kept: busy; there to serve; paid for; asked for. */
  serversBusy: 20,
  serversReady: 21,
  serversPaid: 22,
  serversAsked: 23,
  /** Of an autoscaler at the station, and those that found its signal above the target. */
  looks: 24,
  looksAbove: 25,
} as const;

/** Columns of a ledger that keeps the number of servers, and of one that does not. */
const allColumns = Object.keys(column).length;
const plainColumns: number = column.serversBusy;

/** What a ledger keeps besides the sums. */
export interface LedgerShape {
  /** Whether it keeps histograms of times. */
  readonly timed: boolean;
  /** In how many ranges of the number in the system it keeps the time spent. */
  readonly states: number;
  /** Whether it keeps the number of servers. */
  readonly staffed: boolean;
}

const countBytes = bucketCount * 4;
const sumsAlone: LedgerShape = { timed: false, states: 0, staffed: false };
const timesToo: LedgerShape = { timed: true, states: 0, staffed: false };
const widthOf = ({ staffed }: LedgerShape): number => (staffed ? allColumns : plainColumns);

/** Bytes that one ledger takes: a buffer may be shared between threads. */
export const ledgerBytes = (shape: LedgerShape, batches = batchCapacity): number =>
  batches * ((widthOf(shape) + shape.states) * 8 + (shape.timed ? 2 * countBytes : 0));

/**
 * The record of one replication, in constant memory: for each batch of time the sums of `column` and the
 * histograms of waiting and sojourn times. A customer belongs to the batch in which it departs; areas belong
 * to the batch in which the time passes.
 */
export class Ledger {
  readonly sums: Float64Array;
  /** Seconds spent with so many in the system, the last range being all that are more; only where it is asked for. */
  readonly states: Float64Array;
  readonly waits: Uint32Array;
  readonly sojourns: Uint32Array;

  readonly shape: LedgerShape;
  /** Columns of a batch. */
  readonly width: number;

  /**
   * @param offset bytes into the buffer, a multiple of 8
   * @param batches that it has room for; only ledgers of `batchCapacity` are merged
   */
  constructor(
    shape: LedgerShape = timesToo,
    buffer: ArrayBufferLike = new ArrayBuffer(ledgerBytes(shape)),
    offset = 0,
    batches: number = batchCapacity,
  ) {
    const counts = shape.timed ? batches * bucketCount : 0;
    const width = widthOf(shape);
    const afterSums = offset + batches * width * 8;
    const afterStates = afterSums + batches * shape.states * 8;
    this.shape = shape;
    this.width = width;
    this.sums = new Float64Array(buffer, offset, batches * width);
    this.states = new Float64Array(buffer, afterSums, batches * shape.states);
    this.waits = new Uint32Array(buffer, afterStates, counts);
    this.sojourns = new Uint32Array(buffer, afterStates + counts * 4, counts);
  }

  /** A ledger of its own memory. */
  static of(batches: number, shape: LedgerShape = sumsAlone): Ledger {
    return new Ledger(shape, new ArrayBuffer(ledgerBytes(shape, batches)), 0, batches);
  }

  /** Whether it keeps histograms; they are empty otherwise. */
  get timed(): boolean {
    return this.shape.timed;
  }

  /** Batches that it has room for. */
  get capacity(): number {
    return this.sums.length / this.width;
  }

  /** What is summed in a batch; 0 where the ledger does not keep it. */
  sum(batch: number, name: keyof typeof column): number {
    const at = column[name];
    return at < this.width ? this.sums[batch * this.width + at] : 0;
  }

  /** Adds another ledger of the same batches and columns to this one, its times only where they are kept here, too. */
  add({ sums, states, waits, sojourns }: Ledger): void {
    for (let i = 0; i < states.length; i++) this.states[i] += states[i];
    for (let i = 0; i < sums.length; i++) this.sums[i] += sums[i];
    for (let i = 0; i < this.waits.length; i++) this.waits[i] += waits[i];
    for (let i = 0; i < this.sojourns.length; i++) this.sojourns[i] += sojourns[i];
  }

  /** Adds neighbouring batches: 16 of one length become 8 of twice that. */
  merge(): void {
    mergePairs(this.sums, this.width);
    mergePairs(this.states, this.shape.states);
    if (!this.timed) return;
    mergePairs(this.waits, bucketCount);
    mergePairs(this.sojourns, bucketCount);
  }
}

function mergePairs(rows: Float64Array | Uint32Array, width: number): void {
  const half = batchCapacity / 2;
  for (let b = 0; b < half; b++) {
    for (let i = 0; i < width; i++)
      rows[b * width + i] = rows[2 * b * width + i] + rows[(2 * b + 1) * width + i];
  }
  rows.fill(0, half * width);
}
