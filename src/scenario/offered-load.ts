import { distributionOf } from '../distributions/index.js';
import { flowsOf } from './routes/flows.js';
import { capacityOf } from './server-side/capacity.js';
import { serviceOf } from './service-of.js';
import { outsideRate } from './supply-rate.js';
import type { Scenario, Station } from './type.js';

/** What comes to a station when nothing is turned away anywhere. */
export interface OfferedLoad {
  /** Customers per second, those that come back counted again. */
  readonly arrivalRate: number;
  /** Mean number of servers that the work would keep busy. Absent: the mean service time is infinite. */
  readonly erlangs?: number;
  /** Erlangs for each server, or over what such servers get done; 1 or more: it cannot keep up. Absent: infinite servers. */
  readonly utilisation?: number;
}

/**
 * The load of every station by name, from the traffic equations of the routes. Clients offer none: they wait for
 * their answers before they ask for more.
 */
export function offeredLoad(scenario: Scenario): Readonly<Record<string, OfferedLoad>> {
  const classes = Object.entries(scenario.classes);
  const flows = flowsOf(
    scenario,
    classes.map(([, customers]) => outsideRate(customers)),
  );
  const names = classes.map(([name]) => name);
  return Object.fromEntries(
    Object.entries(scenario.stations).map(([name, station], i) => [name, loadOf(station, names, flows[i])]),
  );
}

/** @param rates by class */
function loadOf(station: Station, classes: readonly string[], rates: Float64Array): OfferedLoad {
  const arrivalRate = rates.reduce((sum, rate) => sum + rate, 0);
  const erlangs = classes.reduce(
    (sum, name, i) => (rates[i] === 0 ? sum : sum + rates[i] * distributionOf(serviceOf(station, name)).mean),
    0,
  );
  if (!Number.isFinite(erlangs)) return { arrivalRate };
  if (station.servers === 'infinite') return { arrivalRate, erlangs };
  return { arrivalRate, erlangs, utilisation: erlangs / capacityOf(station) };
}
