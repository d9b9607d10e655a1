import type { BucketService } from './buckets/service.js';
import type { Arrivals } from './inference/arrivals-seen.js';
import type { OpenOrClosed } from './inference/open-or-closed.js';
import type { ServiceByLoad } from './inference/service-by-load.js';
import type { Services } from './inference/services-seen.js';
import type { Reading } from './rows/read-rows.js';

/** What data say, before anything is made of them. Seconds and per second. */
export interface Inferred extends Reading {
  readonly file: string;
  readonly format: string;
  /** How many were seen or counted; absent: the data do not tell. */
  readonly customers?: number;
  readonly arrivals?: Arrivals;
  /** Of services seen one by one. */
  readonly service?: Services;
  readonly serviceByLoad?: ServiceByLoad;
  /** Of services that somebody else has counted by their length. */
  readonly buckets?: BucketService;
  /** Where nothing else is known of the services. */
  readonly meanService?: number;
  readonly wait?: { readonly mean: number; readonly longest: number; readonly share: number };
  readonly servers?: {
    /** Mean number in service. */
    readonly erlangs: number;
    /** Most in service at once, and the line of the one with whom they were so many first. */
    readonly most?: { readonly servers: number; readonly line: number };
    /** Those with whom the log played again waits as it did. */
    readonly effective?: number;
    readonly tried: readonly { readonly servers: number; readonly meanWait: number }[];
  };
  readonly population?: OpenOrClosed;
}
