import type { Study } from '../../study/study.js';

/** What the worker says of the scenario that it was given. */
export type Message =
  | { readonly kind: 'plan'; readonly customers: number }
  /** Theory, and the simulation as far as it has come. */
  | { readonly kind: 'so far'; readonly study: Study; readonly customers: number }
  | { readonly kind: 'answer'; readonly study: Study }
  | { readonly kind: 'failure'; readonly problem: string };

export interface Question {
  readonly study: Pick<Study, 'scenario' | 'provenance'>;
}
