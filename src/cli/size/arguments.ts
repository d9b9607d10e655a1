import type { ModelArguments } from '../planning/model-flags.js';
import type { TargetArguments } from '../planning/targets.js';

/** What `sojourn size` was told. */
export interface SizeArguments extends ModelArguments, TargetArguments {
  readonly station?: string;
  readonly within?: string;
  readonly growth?: string;
  readonly spare?: string;
  readonly headroom: boolean;
}
