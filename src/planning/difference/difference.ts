import { comparedMeasures, comparedPercentiles } from '../../comparison/align.js';
import { verdictOf } from '../../comparison/verdict.js';
import { estimateOf } from '../../result/estimate-of.js';
import { quantileName } from '../../result/measure.js';
import type { Outcome } from '../../result/outcome.js';
import type { PairOutcome } from '../../result/pair.js';
import type { EngineName, Estimate, Result } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';

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

export interface Differences {
  readonly outcome: 'decided' | 'inconclusive';
  readonly first: Side;
  readonly second: Side;
  readonly measures: readonly MeasureDifference[];
  /** Relative differences within it count as none. */
  readonly margin: number;
}

export interface Side {
  readonly scenario: Scenario;
  /** Customers by which the queue grows each second, where it grows without end. */
  readonly growthRate?: number;
  /** Why nobody answered. */
  readonly reason?: string;
}

export interface Answers {
  /** Exact or not: each as it is. */
  readonly theory: readonly [Outcome, Outcome];
  /** Asked only where exact theory does not say all of it. */
  readonly simulated: () => Promise<PairOutcome>;
}

/**
 * What the second scenario changes against the first: exactly where theory is exact for both, else from a
 * simulation of both with common random numbers.
 */
export async function differencesOf(
  first: Scenario,
  second: Scenario,
  answers: Answers,
): Promise<Differences> {
  const [a, b] = answers.theory;
  const margin = first.run.precision;
  const sides = { first: sideOf(first, a), second: sideOf(second, b), margin };
  if (sides.first.growthRate !== undefined || sides.second.growthRate !== undefined)
    return { outcome: 'decided', ...sides, measures: [] };
  const exactly = a.answered && b.answered ? exactRows(a.result, b.result) : [];
  const wanted = first.run.stopOn;
  if (wanted.every(name => exactly.some(({ measure }) => measure === name)))
    return { outcome: 'decided', ...sides, measures: exactly };
  const pair = await answers.simulated();
  if (!pair.answered) {
    const reason = { reason: pair.reason };
    return {
      outcome: 'inconclusive',
      ...sides,
      first: { ...sides.first, ...reason },
      measures: exactly,
    };
  }
  const measures = names(first).flatMap(measure => {
    const exact = exactly.find(row => row.measure === measure);
    if (exact) return [exact];
    const [one, other] = [estimateOf(pair.first, measure), estimateOf(pair.second, measure)];
    const difference = Object.hasOwn(pair.differences, measure) ? pair.differences[measure] : undefined;
    return one && other && difference ? [rowOf(measure, one, other, difference, margin, 'simulation')] : [];
  });
  const open = measures.some(({ measure, change }) => wanted.includes(measure) && change === 'inconclusive');
  return { outcome: open ? 'inconclusive' : 'decided', ...sides, measures };
}

/** Measures and percentiles in the order of the tables, those asked for among them. */
const names = ({ run }: Scenario): string[] => [
  ...new Set([
    ...comparedMeasures,
    ...comparedPercentiles.map(p => quantileName(p, 'wait')),
    ...comparedPercentiles.map(p => quantileName(p, 'sojourn')),
    ...run.stopOn,
  ]),
];

function exactRows(first: Result, second: Result): MeasureDifference[] {
  return names(first.scenario).flatMap(measure => {
    const [one, other] = [estimateOf(first, measure), estimateOf(second, measure)];
    if (one?.kind !== 'exact' || other?.kind !== 'exact') return [];
    const value = other.value - one.value;
    return [rowOf(measure, one, other, { value, low: value, high: value }, 0, 'theory')];
  });
}

function rowOf(
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

function sideOf(scenario: Scenario, outcome: Outcome): Side {
  const growth = outcome.answered ? outcome.result.measures.growthRate : undefined;
  return { scenario, ...(growth && { growthRate: growth.value }) };
}
