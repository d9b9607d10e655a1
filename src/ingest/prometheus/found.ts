import type { Buckets } from '../buckets/buckets.js';

/** What was made of the series of a metric. */
export interface Found {
  readonly buckets: Buckets;
  /** How many were counted, or per second where the series are rates. */
  readonly total?: number;
  readonly notes: readonly string[];
}
