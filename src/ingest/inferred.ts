import type { Reading } from './customers.js';
import type { BestFit } from './fit.js';

/** What a log says, before anything is made of it. Seconds and per second. */
export interface Inferred extends Reading {
  readonly file: string;
  readonly customers: number;
  readonly arrivals?: {
    readonly span: number;
    readonly rate: number;
    /** Of the times between arrivals. */
    readonly scv?: number;
    /** Share of arrivals at the very time of the one before. */
    readonly together: number;
    readonly dispersion: readonly {
      readonly window: number;
      readonly windows: number;
      readonly index: number;
      readonly busiest: number;
    }[];
    readonly by: 'arrived' | 'started' | 'finished';
  };
  readonly service?: {
    readonly mean: number;
    readonly scv?: number;
    readonly longest: number;
    /** Hill's estimate from the top twentieth of the sample; 2 or less: infinite variance. */
    readonly tailIndex?: number;
    readonly fit: BestFit;
    readonly sampled: number;
  };
  readonly wait?: { readonly mean: number; readonly longest: number; readonly share: number };
  readonly servers?: {
    /** Mean number in service. */
    readonly erlangs: number;
    /** Those with whom the log played again waits as it did. */
    readonly effective?: number;
    readonly tried: readonly { readonly servers: number; readonly meanWait: number }[];
  };
}
