import type { Sampled } from './result.js';

/** Before a spike, while it lasts, and in the last part of the time after it. */
export interface Phases {
  readonly before: Sampled;
  readonly during: Sampled;
  readonly after: Sampled;
}

/** What a spike of arrivals leaves behind, from independent runs. */
export interface Aftermath {
  readonly runs: number;
  /** Share of the runs in which as much is done at the end as before the spike. */
  readonly healed: Sampled;
  /** Customers per second who got what they came for. */
  readonly goodput: Phases;
  /** Attempts for each customer who comes. */
  readonly amplification: Phases;
  /** Seconds from the end of the spike until as much is done as before, of the runs that heal; absent: hardly any does. */
  readonly backAfter?: Sampled;
}

export type AftermathOutcome =
  | { readonly answered: true; readonly aftermath: Aftermath }
  | { readonly answered: false; readonly reason: string };
