import type { Scenario } from '../type.js';
import { backlogOf } from './backlog-of.js';

/** The scenario as if nobody were there at the start, in the long run; and how many are there who wait for a server. */
export function withoutBacklog(scenario: Scenario): { scenario: Scenario; waiting: number } {
  const { duration: _, replications: __, ...run } = scenario.run;
  const classes = Object.keys(scenario.classes);
  const counts = Object.values(scenario.stations).map(station => {
    const there = Object.values(backlogOf(station, classes)).reduce((sum, count) => sum + count, 0);
    return Math.max(0, there - (station.servers === 'infinite' ? there : station.servers));
  });
  const waiting = counts.reduce((sum, count) => sum + count, 0);
  if (Object.values(scenario.stations).every(({ backlog }) => backlog === undefined))
    return { scenario, waiting };
  const stations = Object.fromEntries(
    Object.entries(scenario.stations).map(([name, { backlog, ...station }]) => [name, station]),
  );
  return { scenario: { ...scenario, stations, run }, waiting };
}
