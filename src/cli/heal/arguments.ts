import type { ModelArguments } from '../planning/model-flags.js';

/** What `sojourn heal` was told. */
export interface HealArguments extends ModelArguments {
  readonly servers?: string;
  readonly timeout?: string;
  readonly attempts?: string;
  readonly delay: string;
  readonly spike: string;
  readonly for: string;
  readonly watch?: string;
}
