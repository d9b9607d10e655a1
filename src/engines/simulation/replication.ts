import type { Ledger } from './ledger.js';

/** One run of the system from empty: both algorithms advance batch by batch and write the same ledgers. */
export interface Replication {
  /**
   * Simulates from `start` to `end` (seconds) and adds what happened to batch number `batch`. Calls follow
   * one another without gaps; several may go to one batch. Events at exactly `end` belong to the next batch.
   */
  advance(ledgers: readonly Ledger[], batch: number, start: number, end: number): void;
}
