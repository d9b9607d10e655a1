import { denser } from '../scenario/denser.js';
import { isOpen } from '../scenario/supply-rate.js';
import type { Scenario, Station } from '../scenario/type.js';

/** The scenario with so many servers at a station. */
export function withServers(scenario: Scenario, station: string, servers: Station['servers']): Scenario {
  const changed = { ...scenario.stations[station], servers };
  return { ...scenario, stations: { ...scenario.stations, [station]: changed } };
}

/** The scenario with `factor` times as many arrivals of every class that has any. */
export function withArrivals(scenario: Scenario, factor: number): Scenario {
  const classes = Object.entries(scenario.classes).map(
    ([name, customers]) =>
      [
        name,
        isOpen(customers) ? { ...customers, arrivals: denser(customers.arrivals, factor) } : customers,
      ] as const,
  );
  return { ...scenario, classes: Object.fromEntries(classes) };
}
