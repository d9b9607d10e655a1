import { comparedMeasures, comparedPercentiles } from '../../comparison/align.js';
import { estimateOf } from '../../result/estimate-of.js';
import { quantileName } from '../../result/measure.js';
import type { Outcome } from '../../result/outcome.js';
import type { PairOutcome } from '../../result/pair.js';
import type { Result } from '../../result/result.js';
import { ofTheWhole } from '../../scenario/part-measure.js';
import type { Scenario } from '../../scenario/type.js';
import { type MeasureDifference, rowOf } from './row.js';

export type { MeasureDifference } from './row.js';

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
  const wanted = ofTheWhole(first.run.stopOn);
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
  const measures = comparedNames(first).flatMap(measure => {
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
export const comparedNames = ({ run }: Scenario): string[] => [
  ...new Set([
    ...comparedMeasures,
    ...comparedPercentiles.map(p => quantileName(p, 'wait')),
    ...comparedPercentiles.map(p => quantileName(p, 'sojourn')),
    ...ofTheWhole(run.stopOn),
  ]),
];

function exactRows(first: Result, second: Result): MeasureDifference[] {
  return comparedNames(first.scenario).flatMap(measure => {
    const [one, other] = [estimateOf(first, measure), estimateOf(second, measure)];
    if (one?.kind !== 'exact' || other?.kind !== 'exact') return [];
    const value = other.value - one.value;
    return [rowOf(measure, one, other, { value, low: value, high: value }, 0, 'theory')];
  });
}

function sideOf(scenario: Scenario, outcome: Outcome): Side {
  const growth = outcome.answered ? outcome.result.measures.growthRate : undefined;
  return { scenario, ...(growth && { growthRate: growth.value }) };
}
