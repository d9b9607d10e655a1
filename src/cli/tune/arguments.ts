import type { TargetArguments } from '../planning/targets.js';

/** What `sojourn tune` was told. */
export interface TuneArguments extends TargetArguments {
  readonly scenario: string;
  readonly station?: string;
  readonly vary: string[];
  readonly set: string[];
  readonly seed?: string;
  readonly out?: string;
  readonly charts: 'png' | 'svg';
  readonly workers: number;
  readonly json: boolean;
}
