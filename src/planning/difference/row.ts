import { verdictOf } from '../../comparison/verdict.js';
import type { EngineName, Estimate } from '../../result/result.js';

/** What a change does to a measure: 'same' is known to be within the margin, 'inconclusive' may be anything. */
export type Change = 'higher' | 'lower' | 'same' | 'inconclusive';

export interface MeasureDifference {
  readonly measure: string;
  readonly first: Estimate;
  readonly second: Estimate;
  /** The second less the first, with its interval; both ends are the value where it is exact. */
  readonly difference: Interval;
  /** As a share of the first, whose own error is left aside; absent where that is 0. */
  readonly relative?: Interval;
  readonly change: Change;
  readonly engine: EngineName;
}

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** @param margin relative: a difference known to lie within it counts as none */
export function rowOf(
  measure: string,
  first: Estimate,
  second: Estimate,
  { value, low, high }: Interval,
  margin: number,
  engine: EngineName,
): MeasureDifference {
  const scale = Math.abs(first.value);
  const relative = scale > 0 ? { value: value / scale, low: low / scale, high: high / scale } : undefined;
  return {
    measure,
    first,
    second,
    difference: { value, low, high },
    ...(relative && { relative }),
    change: changeOf({ value, low, high }, relative, margin, engine === 'theory'),
    engine,
  };
}

/** Rounding is no change. */
const rounding = 1e-12;

function changeOf(
  { low, high }: Interval,
  relative: Interval | undefined,
  margin: number,
  exact: boolean,
): Change {
  if (relative === undefined) {
    // Both are 0: a fact where it is exact, else something that was not seen in either.
    if (low === 0 && high === 0) return exact ? 'same' : 'inconclusive';
    return low > 0 ? 'higher' : high < 0 ? 'lower' : 'inconclusive';
  }
  if (relative.low > rounding) return 'higher';
  if (relative.high < -rounding) return 'lower';
  return verdictOf(relative, Math.max(margin, rounding)) === 'agrees' ? 'same' : 'inconclusive';
}
