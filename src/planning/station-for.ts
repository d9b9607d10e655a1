import type { Scenario } from '../scenario/type.js';
import { PlanningProblem } from './problem.js';

/**
 * The station that a question is about: the one that was named, or the only one.
 * @param meant what is not clear where nobody says it: 'whose servers are wanted'
 * @throws PlanningProblem at a name that is none, or where there are several
 */
export function stationFor({ stations }: Scenario, asked: string | undefined, meant: string): string {
  const names = Object.keys(stations);
  const station = asked ?? (names.length === 1 ? names[0] : undefined);
  if (station !== undefined && names.includes(station)) return station;
  throw new PlanningProblem(
    asked === undefined
      ? `the scenario has ${names.length} stations; say ${meant}: --station ${names.join(' or ')}`
      : `there is no station "${asked}"; expected ${names.join(' or ')}`,
  );
}
