import { estimateOf } from '../../result/estimate-of.js';
import { quantileName } from '../../result/measure.js';
import { percentilesFor, type Within } from '../../result/question.js';
import type { Estimate, PartResult, Result } from '../../result/result.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import type { Scenario } from '../../scenario/type.js';
import { withServers } from '../change.js';
import { costOf } from '../cost.js';
import { type Decision, decide, decideAll, sharesFor } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import { PlanningProblem } from '../problem.js';
import type { SizeRow } from './sizing.js';

/** How a scenario does by its own targets. */
export interface Trial {
  readonly decision: Decision;
  readonly result: Result;
}

/**
 * Puts the scenario to whoever answers it, until its targets are decided.
 * @throws PlanningProblem when nobody can.
 */
export async function tryOut(
  scenario: Scenario,
  evaluate: Evaluate,
  more: readonly Within[] = [],
): Promise<Trial> {
  const targets = scenario.thresholds ?? [];
  const outcome = await evaluate(scenario, {
    within: [...sharesFor(targets), ...more],
    curves: false,
    enough: soFar => decideAll(targets, soFar) !== 'open',
  });
  if (!outcome.answered) throw new PlanningProblem(`nobody can answer this: ${outcome.reason}`);
  const { result } = outcome;
  return { result, decision: isUnstable(result) ? 'missed' : decideAll(targets, result) };
}

/** A queue that grows without end meets no target. */
export const isUnstable = ({ warnings }: Result): boolean => warnings.some(({ code }) => code === 'unstable');

/** Trials of a station with one number of servers after another, each made once. */
export function trials(scenario: Scenario, station: string, evaluate: Evaluate, more: readonly Within[]) {
  const made = new Map<number, Trial>();
  const of = async (servers: number): Promise<Trial> => {
    const known = made.get(servers);
    if (known) return known;
    const trial = await tryOut(withServers(scenario, station, servers), evaluate, more);
    made.set(servers, trial);
    return trial;
  };
  return { of, made: made as ReadonlyMap<number, Trial> };
}

export function rowOf(servers: number, station: string, { result, decision }: Trial): SizeRow {
  const { scenario, measures, engine, model, within = [] } = result;
  const grows = isUnstable(result);
  const load = offeredLoad(scenario)[station].utilisation;
  const estimates = namedEstimates(result, scenario);
  const cost = costOf(scenario, servers, { ...estimates, ...result.stations?.[station]?.measures });
  const busy = measures.utilisation ?? result.stations?.[station]?.measures.utilisation;
  return {
    servers,
    decision,
    targets: (scenario.thresholds ?? []).map(target => ({
      text: target.text,
      decision: grows ? 'missed' : decide(target, result),
    })),
    ...(load !== undefined && { load }),
    ...(busy && { utilisation: busy.value }),
    measures: estimates,
    within,
    ...(cost && { cost }),
    engine,
    ...(model !== undefined && { model }),
  };
}

/** Measures, and the percentiles that were asked for, by name. */
export function namedEstimates(part: PartResult, scenario: Scenario): Record<string, Estimate> {
  const percentiles = percentilesFor(scenario).flatMap(p =>
    (['wait', 'sojourn'] as const).flatMap(of => {
      const name = quantileName(p, of);
      const estimate = estimateOf(part, name);
      return estimate ? [[name, estimate] as const] : [];
    }),
  );
  return { ...part.measures, ...Object.fromEntries(percentiles) };
}
