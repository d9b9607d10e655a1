import { partMeasure } from '../scenario/part-measure.js';
import type { Scenario } from '../scenario/type.js';
import { parseQuantileName, reportedQuantiles } from './measure.js';
import type { PartResult, Result } from './result.js';

/** Waits or sojourns of at most so many seconds. */
export interface Within {
  readonly of: 'wait' | 'sojourn';
  readonly time: number;
}

/** What a sampling engine says while it runs; no percentiles, which are much work: their shares tell as much. */
export interface Interim extends Pick<Result, 'measures' | 'within' | 'customers'> {
  /** The same of a class, where that was asked for; worked out when it is called. */
  readonly ofClass?: (name: string) => Pick<PartResult, 'measures' | 'within'>;
}

/** What is asked of an engine besides the usual measures. */
export interface Question {
  /** Wanted are the shares of customers whose times are within these. */
  readonly within?: readonly Within[];
  /** Wanted are these shares, and the percentiles, of each class instead of the whole, and of each while the engine runs. */
  readonly byClass?: boolean;
  /** Wanted are the variances of the waits and sojourns. */
  readonly variances?: boolean;
  /** False: no curves of the tails, which may be most of the work. */
  readonly curves?: boolean;
  /** Wanted are these percentiles, from 0 to 1, instead of the reported ones, which spares the work of the others. */
  readonly percentiles?: readonly number[];
  /** Engines that sample stop when it says so, instead of by the precision asked for. */
  readonly enough?: (soFar: Interim) => boolean;
}

/** The percentiles to report: the usual ones and those that the scenario's thresholds and `stopOn` name. */
export function percentilesFor({ run, thresholds = [] }: Scenario): number[] {
  const named = [
    ...run.stopOn.map(name => partMeasure(name).measure),
    ...thresholds.map(({ measure }) => measure),
  ];
  const asked = named.flatMap(name => parseQuantileName(name)?.p ?? []);
  return [...new Set([...reportedQuantiles, ...asked])].sort((a, b) => a - b);
}
