import type { Result } from './result.js';

/** What an engine says of a scenario: its result, or by name why it has none. */
export type Outcome =
  | { readonly answered: true; readonly result: Result }
  | { readonly answered: false; readonly reason: string };
