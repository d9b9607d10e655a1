import { distancesOf, type LawDistance } from '../../comparison/distance.js';
import { independentDifference } from '../../comparison/independent.js';
import { estimateOf } from '../../result/estimate-of.js';
import { parseQuantileName } from '../../result/measure.js';
import type { Result, Sampled } from '../../result/result.js';
import { comparedNames, type Differences } from './difference.js';
import { rowOf } from './row.js';

/** Two runs on real queues: measures, percentiles, and the laws of the times as a whole. */
export interface MeasuredDifferences extends Differences {
  readonly distances: readonly LawDistance[];
}

/** So many independent customers must lie above a percentile in both runs; with fewer, runs of one law were seen to differ. */
const fewestAbove = 20;

/** The second run against the first. The two must be independent; the same customers in both make the intervals too wide. */
export function measuredDifferences(first: Result, second: Result): MeasuredDifferences {
  const { precision: margin, stopOn, seed } = first.scenario.run;
  const measures = comparedNames(first.scenario).flatMap(measure => {
    const [one, other] = [estimateOf(first, measure), estimateOf(second, measure)];
    if (!tells(measure, one) || !tells(measure, other)) return [];
    return [rowOf(measure, one, other, independentDifference(one, other), margin, 'live')];
  });
  const open = measures.some(({ measure, change }) => stopOn.includes(measure) && change === 'inconclusive');
  return {
    outcome: open ? 'inconclusive' : 'decided',
    first: { scenario: first.scenario },
    second: { scenario: second.scenario },
    measures,
    margin,
    distances: distancesOf(first, second, seed),
  };
}

function tells(measure: string, estimate: ReturnType<typeof estimateOf>): estimate is Sampled {
  if (estimate?.kind !== 'sampled') return false;
  const percentile = parseQuantileName(measure);
  return percentile === undefined || estimate.effectiveSamples * (1 - percentile.p) >= fewestAbove;
}
