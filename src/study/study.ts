import type { EngineName, Estimate, Result } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';

export type Verdict = 'agrees' | 'differs' | 'inconclusive';

/** One measure across the engines. */
export interface Comparison {
  /** A measure's name, or a percentile's: 'meanWait', 'p99Sojourn'. */
  readonly measure: string;
  readonly columns: Readonly<Partial<Record<EngineName, Estimate>>>;
  /** Absent when fewer than two engines answered. */
  readonly verdict?: Verdict;
  /** Which two columns the verdict compares, first against second. */
  readonly between?: readonly [EngineName, EngineName];
  /** Relative difference of the two, with its interval, and the margin within which they count as equal. */
  readonly difference?: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly margin: number;
  };
  /** Times only, seconds for each message: asked to twin (the workload), twin to measured (broker and client). */
  readonly gap?: { readonly workload: number; readonly broker: number };
}

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
  /** The answer in words, the most important first. */
  readonly verdict: readonly string[];
  /** Paths of the files written, relative to the output folder's parent. */
  readonly files: readonly string[];
  readonly provenance: Provenance;
}
