import type { ModelArguments } from '../planning/model-flags.js';
import type { UpsetArguments } from '../planning/upset.js';

/** What `sojourn drain` was told. */
export interface DrainArguments extends ModelArguments, UpsetArguments {
  readonly servers?: string;
  readonly deadline?: string;
  readonly certainty: string;
  readonly out?: string;
  readonly charts: 'png' | 'svg';
}
