import type { Ledger } from './ledger.js';

/** One run of the station from empty: both algorithms advance batch by batch and write the same ledger. */
export interface Replication {
  /**
   * Simulates from `start` to `end` (seconds) and adds what happened to batch number `batch`. Calls follow
   * one another without gaps. Events at exactly `end` belong to the next batch.
   */
  advance(ledger: Ledger, batch: number, start: number, end: number): void;
}

/** A station that one replication simulates. */
export interface StationSetup {
  /** Infinity: a server for everybody. */
  readonly servers: number;
  /** Most customers in the station; Infinity: no limit. */
  readonly capacity: number;
  /** Bucket origin of the histograms. */
  readonly origin: number;
}
