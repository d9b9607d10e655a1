import type { EngineName, Estimate, Share } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import type { Decision } from '../decide.js';
import type { Stretch } from './intervals.js';

/** The servers of an interval, and how those do who come in it. */
export interface StaffedInterval extends Stretch {
  /** Mean number of servers that the arrivals of the interval keep busy in the long run. */
  readonly offeredLoad: number;
  readonly servers: number;
  readonly decision: Decision;
  /** What one server fewer in this interval alone would do; absent: there is one. */
  readonly oneFewer?: Decision;
  /** Measures and percentiles by name; none where nobody comes. */
  readonly measures: Readonly<Record<string, Estimate>>;
  readonly within: readonly Share[];
}

export interface Staffing {
  /**
   * The servers meet the targets, and one fewer in any interval does not, or comes close to the limit; 'inconclusive': in
   * some interval that is not decided. 'approximation': those of the first guess, for nobody can try them.
   */
  readonly outcome: 'met' | 'inconclusive' | 'approximation' | 'impossible';
  readonly reason?: string;
  readonly station: string;
  readonly targets: readonly string[];
  /** Seconds after which all begins again, or the run ends. */
  readonly period: number;
  readonly intervals: readonly StaffedInterval[];
  readonly serverHours?: number;
  /** With the most servers of any interval all the time. */
  readonly constantServerHours?: number;
  readonly cost?: {
    readonly perPeriod: number;
    readonly constantPerPeriod: number;
    readonly currency: string;
  };
  readonly engine?: EngineName;
  /** The scenario with the schedule found. */
  readonly scenario: Scenario;
}

export interface StaffQuestion {
  /** Seconds of an interval; absent: the 24th part of the period. */
  readonly every?: number;
}
