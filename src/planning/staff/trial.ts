import { parseQuantileName } from '../../result/measure.js';
import type { Result } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import { type Decision, decideAll, sharesFor } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import { isUnstable } from '../size/trial.js';
import { classOf, type Period } from './intervals.js';
import { withSchedule } from './schedule.js';

/** How those of each interval do with so many servers. */
export interface StaffTrial {
  readonly servers: readonly number[];
  readonly decisions: readonly Decision[];
  readonly result: Result;
}

/**
 * Tries so many servers in the intervals.
 * @param suspect one interval that is enough to know where it misses its targets; absent: all are to be decided
 */
export type StaffJudge = (servers: readonly number[], suspect?: number) => Promise<StaffTrial>;

/** Nobody tries staffings of this scenario: why. */
export class NotTried extends Error {}

/** A try ends when it has had this share of the customers that the scenario grants, for there are many. */
const shareOfBudget = 0.1;

/**
 * Puts staffings of a period to whoever answers them, interval by interval.
 * @param scenario with a class for each interval
 */
export function staffJudge(
  scenario: Scenario,
  station: string,
  period: Period,
  evaluate: Evaluate,
): StaffJudge {
  const targets = scenario.thresholds ?? [];
  const { maxCustomers } = scenario.run;
  const question = {
    within: sharesFor(targets),
    percentiles: targets.flatMap(({ measure }) => parseQuantileName(measure)?.p ?? []),
    byClass: true,
    curves: false,
  };
  const visited = [...period.intervals.keys()].filter(i => period.intervals[i].rate > 0);
  return async (servers, suspect) => {
    const decided = new Set<number>();
    const outcome = await evaluate(withSchedule(scenario, station, period, servers), {
      ...question,
      enough: soFar => {
        const decide = (i: number) => decideAll(targets, soFar.ofClass?.(classOf(i)) ?? soFar);
        if (suspect !== undefined && visited.includes(suspect) && decide(suspect) === 'missed') return true;
        for (const i of visited) if (!decided.has(i) && decide(i) !== 'open') decided.add(i);
        return decided.size === visited.length || (soFar.customers ?? 0) > shareOfBudget * maxCustomers;
      },
    });
    if (!outcome.answered) throw new NotTried(outcome.reason);
    const { result } = outcome;
    const decisions = period.intervals.map(({ rate }, i): Decision => {
      if (isUnstable(result)) return 'missed';
      // Where customers come in one interval alone, the whole is its class.
      return rate === 0 ? 'met' : decideAll(targets, result.classes?.[classOf(i)] ?? result);
    });
    return { servers, decisions, result };
  };
}
