import type { Within } from '../../result/question.js';
import type { Scenario, Station } from '../../scenario/type.js';
import { withServers } from '../change.js';
import { decide } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import { PlanningProblem } from '../problem.js';
import { isUnstable, rowOf, tryOut } from './trial.js';

/** The targets that not even a server for everybody meets: a sojourn is never shorter than its service. */
export async function bestPossible(
  scenario: Scenario,
  station: string,
  most: Station['servers'],
  evaluate: Evaluate,
  more: readonly Within[],
) {
  const { thresholds: all = [] } = scenario;
  // Where there is a server for everybody nobody asks how busy it is.
  const thresholds = most === 'infinite' ? all.filter(({ measure }) => measure !== 'utilisation') : all;
  const best = withServers({ ...scenario, thresholds }, station, most);
  const trial = await tryOut(most === 'infinite' ? alwaysOn(best, station) : best, evaluate, more);
  if (isUnstable(trial.result))
    throw new PlanningProblem(
      `however many servers "${station}" has, another station cannot keep up: ${trial.result.warnings[0].message}`,
    );
  const failed = thresholds.filter(target => decide(target, trial.result) === 'missed');
  const table = most === 'infinite' ? [] : [rowOf(most, station, trial)];
  return { failed: failed.map(({ text }) => `"${text}"`), table };
}

/** Where there is no end of servers some are always up and set up, and nobody shares one: no worse in any case. */
function alwaysOn(scenario: Scenario, name: string): Scenario {
  const { whenIdle: _, batchService: __, breakdowns: ___, ...station } = scenario.stations[name];
  return { ...scenario, stations: { ...scenario.stations, [name]: station } };
}
