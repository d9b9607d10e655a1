import type { Buckets } from './buckets/buckets.js';
import type { Counts } from './inference/counts.js';

/** What somebody else has counted and summed up of customers. Seconds and per second. */
export interface Summary {
  /** What was read. */
  readonly from: string;
  /** What was taken for granted, in words. */
  readonly notes: readonly string[];
  /** How many were counted. */
  readonly customers?: number;
  /** How often they come. */
  readonly rate?: number;
  /** Seconds that the counting lasted. */
  readonly span?: number;
  /** How many came in each of several equal stretches of time. */
  readonly counts?: Counts;
  /** How long services took: how many between two bounds. */
  readonly buckets?: Buckets;
  /** Or their mean alone. */
  readonly meanService?: number;
  /** Rows that could not be used, where there are rows. */
  readonly rows?: number;
  readonly bad?: readonly { readonly line: number; readonly problem: string }[];
}
