import { beyondPlainServers } from '../scenario/server-side/in-words.js';
import type { Scenario } from '../scenario/type.js';
import { PlanningProblem } from './problem.js';

/** @throws PlanningProblem where the number of servers is not all that there is to say of them */
export function needPlainServers({ stations }: Scenario, station: string): void {
  const beyond = beyondPlainServers(stations[station]);
  if (beyond === undefined) return;
  throw new PlanningProblem(
    `at "${station}" ${beyond}, so their number alone decides nothing; expected equal servers that are always there (or sweep --vary over what is said of them, to see what each makes of it)`,
  );
}
