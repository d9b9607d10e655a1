import { offeredLoad } from '../../scenario/offered-load.js';
import { Ledger, type LedgerShape, ledgerBytes } from './ledger.js';
import type { Replication } from './replication.js';
import { type Job, ledgersOf, replicationOf } from './setup.js';

/** Replications in a run; fixed, because the coverage of the intervals was measured for this number. */
export const replicationCount = 16;

/** A stretch of batches that every replication is to run: numbers `from` to `to` (exclusive). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Seconds at which batch number `from` starts. */
  readonly clock: number;
  /** Seconds of one batch. */
  readonly length: number;
}

/** The ledgers of one replication, in the order of the books. */
export type ReplicationLedgers = readonly Ledger[];

/** All the ledgers of one replication in one piece of memory, which threads can share. */
export function ledgersIn(buffer: ArrayBufferLike, shapes: readonly LedgerShape[]): ReplicationLedgers {
  let offset = 0;
  return shapes.map(shape => {
    const ledger = new Ledger(shape, buffer, offset);
    offset += ledgerBytes(shape);
    return ledger;
  });
}

export const bytesOf = (job: Job): number =>
  ledgersOf(job).reduce((sum, shape) => sum + ledgerBytes(shape), 0);

/** Whoever runs the replications: one thread or several. The ledgers stand in replication order. */
export interface Team {
  readonly ledgers: readonly ReplicationLedgers[];
  /** Resolves to false when it was interrupted before every replication had run the stretch. */
  advance(stretch: Stretch): Promise<boolean>;
  close(): Promise<void>;
}

/** Visits to stations between two looks at whether to go on: some ten milliseconds. */
export const pieceVisits = 50_000;

/** Some of the replications, run one after another in the calling thread. */
export class Crew {
  readonly ledgers: readonly ReplicationLedgers[];
  private readonly replications: readonly Replication[];
  /** Per second of simulated time, about. */
  private readonly visitRate: number;

  /** @param rate customers per second of simulated time */
  constructor(job: Job, numbers: readonly number[], rate: number, buffers?: readonly ArrayBufferLike[]) {
    const visits = Object.values(offeredLoad(job.scenario)).reduce((sum, load) => sum + load.arrivalRate, 0);
    this.visitRate = Math.max(rate, visits);
    this.ledgers = numbers.map((_, i) =>
      ledgersIn(buffers?.[i] ?? new ArrayBuffer(bytesOf(job)), ledgersOf(job)),
    );
    this.replications = numbers.map(number => replicationOf(job, number));
  }

  /**
   * Runs the stretch a batch at a time, a long batch in pieces; the caller may pause or stop between two.
   * Yields about how many visits there have been since the last time.
   */
  *advance({ from, to, clock, length }: Stretch): Generator<number> {
    const pieces = Math.max(1, Math.ceil((this.visitRate * length) / pieceVisits));
    for (const [i, replication] of this.replications.entries()) {
      for (let batch = from; batch < to; batch++) {
        const start = clock + (batch - from) * length;
        for (let piece = 0; piece < pieces; piece++) {
          const begin = start + (piece / pieces) * length;
          const end = start + ((piece + 1) / pieces) * length;
          replication.advance(this.ledgers[i], batch, begin, end);
          yield (this.visitRate * length) / pieces;
        }
      }
    }
  }
}

/** Visits between two looks at the event loop, which cost more: some tens of milliseconds. */
const breathEvery = 150_000;

/** The whole team in this thread. @param rate customers per second of simulated time */
export function soloTeam(job: Job, rate: number, signal?: AbortSignal): Team {
  const crew = new Crew(
    job,
    Array.from({ length: replicationCount }, (_, r) => r),
    rate,
  );
  return {
    ledgers: crew.ledgers,
    async advance(stretch) {
      let sinceBreath = 0;
      for (const visits of crew.advance(stretch)) {
        sinceBreath += visits;
        if (sinceBreath < breathEvery) continue;
        sinceBreath = 0;
        await new Promise(resolve => setTimeout(resolve, 0));
        if (signal?.aborted) return false;
      }
      return !signal?.aborted;
    },
    close: async () => {},
  };
}
