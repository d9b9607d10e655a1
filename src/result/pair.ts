import type { Result, Sampled } from './result.js';

/** Two scenarios under the same random numbers. */
export type PairOutcome =
  | {
      readonly answered: true;
      readonly first: Result;
      readonly second: Result;
      /** The second less the first, by measure or percentile. */
      readonly differences: Readonly<Record<string, Sampled>>;
      /** Whether the asked precision was reached within the budget. */
      readonly reached: boolean;
    }
  | { readonly answered: false; readonly reason: string };
