import type { Comparison } from '../comparison/compare.js';
import type { EngineName, Estimate, Result } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';
import type { Surroundings } from './surroundings.js';

export type { Comparison } from '../comparison/compare.js';
export type { Verdict } from '../comparison/verdict.js';
export type { NearbyPoint, Surroundings } from './surroundings.js';

export interface ThresholdOutcome {
  readonly text: string;
  readonly outcome: 'pass' | 'fail' | 'inconclusive';
  /** The engine whose column was judged. */
  readonly engine?: EngineName;
  readonly value?: Estimate;
}

export interface Provenance {
  readonly tool: string;
  readonly version: string;
  /** What to type to get these numbers again; no secret in it. */
  readonly command: string;
  readonly seed: number;
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
}

/** Everything one `run` found: what `study.json` holds and every report is made of. */
export interface Study {
  readonly schema: 1;
  readonly scenario: Scenario;
  readonly results: readonly Result[];
  /** Engines that were asked and could not answer, by name and reason. */
  readonly unanswered: readonly { readonly engine: EngineName; readonly reason: string }[];
  readonly comparisons: readonly Comparison[];
  readonly thresholds: readonly ThresholdOutcome[];
  /** What theory says of the same queue at other loads; absent where it says nothing. */
  readonly surroundings?: Surroundings;
  /** The answer in words, the most important first. */
  readonly verdict: readonly string[];
  /** Paths of the files written, relative to the output folder's parent. */
  readonly files: readonly string[];
  readonly provenance: Provenance;
}
