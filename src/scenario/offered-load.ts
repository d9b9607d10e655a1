import { arrivalProcessOf } from '../arrivals/index.js';
import { distributionOf } from '../distributions/index.js';
import { serviceOf } from './service-of.js';
import type { Scenario, Station } from './type.js';
import { visitsOf } from './visits.js';

/** What comes to a station when nothing is turned away anywhere. */
export interface OfferedLoad {
  /** Customers per second, those that come back counted again. */
  readonly arrivalRate: number;
  /** Mean number of servers that the work would keep busy. Absent: the mean service time is infinite. */
  readonly erlangs?: number;
  /** Erlangs for each server; 1 or more means that the station cannot keep up. Absent: infinite servers. */
  readonly utilisation?: number;
}

/** The load of every station by name, from the traffic equations of the routes. */
export function offeredLoad(scenario: Scenario): Readonly<Record<string, OfferedLoad>> {
  const stations = Object.entries(scenario.stations);
  const visits = visitsOf(
    scenario.routes,
    stations.map(([name]) => name),
  );
  const rates = Object.entries(scenario.classes).map(
    ([name, { arrivals }]) => [name, arrivalProcessOf(arrivals).rate] as const,
  );
  return Object.fromEntries(stations.map(([name, station], i) => [name, loadOf(station, visits[i], rates)]));
}

function loadOf(
  station: Station,
  visits: number,
  rates: readonly (readonly [className: string, rate: number])[],
): OfferedLoad {
  const arrivalRate = visits * rates.reduce((sum, [, rate]) => sum + rate, 0);
  const erlangs = rates.reduce(
    (sum, [className, rate]) => sum + visits * rate * distributionOf(serviceOf(station, className)).mean,
    0,
  );
  if (!Number.isFinite(erlangs)) return { arrivalRate };
  if (station.servers === 'infinite') return { arrivalRate, erlangs };
  return { arrivalRate, erlangs, utilisation: erlangs / station.servers };
}
