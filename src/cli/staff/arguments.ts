import type { ModelArguments } from '../planning/model-flags.js';
import type { TargetArguments } from '../planning/targets.js';

/** What `sojourn staff` was told. */
export interface StaffArguments extends ModelArguments, TargetArguments {
  readonly every?: string;
  readonly out?: string;
  readonly charts: 'png' | 'svg';
}
