import { beyondPlainServers } from '../scenario/server-side/in-words.js';
import type { ServerSide } from '../scenario/server-side/type.js';
import type { Scenario, Station } from '../scenario/type.js';
import { PlanningProblem } from './problem.js';

/** What to ask where the number of servers is no answer. */
const instead: Readonly<Partial<Record<keyof ServerSide, string>>> = {
  schedule: 'ask "sojourn staff" how many are needed when',
  autoscaling: 'ask "sojourn tune" for the setting of the autoscaler',
};

const sweep =
  'expected equal servers that are always there (or sweep --vary over what is said of them, to see what each makes of it)';

/**
 * A station of which the number of servers says all that may be chosen.
 * @throws PlanningProblem where it does not
 */
export function needCountedServers({ stations }: Scenario, name: string): void {
  const station = stations[name];
  if (station.batchService || station.whenIdle?.setUp) return;
  needPlainServers(station, name);
}

/** @throws PlanningProblem where the number of servers is not all that there is to say of them */
export function needPlainServers(station: Station, name: string): void {
  const beyond = beyondPlainServers(station);
  if (beyond === undefined) return;
  const key = (Object.keys(instead) as (keyof ServerSide)[]).find(one => station[one]);
  throw new PlanningProblem(
    `at "${name}" ${beyond}, so their number alone decides nothing; ${(key && instead[key]) ?? sweep}`,
  );
}
