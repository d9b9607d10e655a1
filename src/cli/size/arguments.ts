import type { ModelArguments } from '../planning/model-flags.js';
import type { TargetArguments } from '../planning/targets.js';
import type { UpsetArguments } from '../planning/upset.js';

/** What `sojourn size` was told. */
export interface SizeArguments extends ModelArguments, TargetArguments, UpsetArguments {
  readonly drain?: string;
  readonly certainty: string;
  readonly station?: string;
  readonly within?: string;
  readonly growth?: string;
  readonly spare?: string;
  readonly headroom: boolean;
}
