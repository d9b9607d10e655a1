import type { Scenario } from '../../scenario/type.js';
import type { Period } from './intervals.js';

/** The scenario with so many servers in each interval, again and again. */
export function withSchedule(
  scenario: Scenario,
  station: string,
  { length, intervals }: Period,
  servers: readonly number[],
): Scenario {
  const { schedule: _, ...plain } = scenario.stations[station];
  const changes = intervals
    .map(({ from }, i) => ({ at: from, servers: servers[i] }))
    .filter((_, i) => i > 0 && servers[i] !== servers[i - 1]);
  const staffed = {
    ...plain,
    servers: servers[0],
    ...(changes.length > 0 && { schedule: { changes, period: length } }),
  };
  return { ...scenario, stations: { ...scenario.stations, [station]: staffed } };
}
