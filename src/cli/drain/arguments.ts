import type { ModelArguments } from '../planning/model-flags.js';

/** What `sojourn drain` was told. */
export interface DrainArguments extends ModelArguments {
  readonly servers?: string;
  readonly backlog?: string;
  readonly pause?: string;
  readonly spike?: string;
  readonly for?: string;
  readonly deadline?: string;
  readonly certainty: string;
  readonly out?: string;
  readonly charts: 'png' | 'svg';
}
