import { redelivers } from './attempts/deliveries.js';
import { exit } from './place.js';
import { onlyTo } from './routes/next-places.js';
import { beyondPlainServers } from './server-side/in-words.js';
import { serviceOf } from './service-of.js';
import { isClosed } from './supply-rate.js';
import type { ArrivalSpec, DistributionSpec, Scenario } from './type.js';

/** One class of customers that arrives at one station, is served once and leaves: A/S/c/K. */
export interface SingleStation {
  readonly className: string;
  readonly stationName: string;
  readonly arrivals: ArrivalSpec;
  readonly service: DistributionSpec;
  readonly servers: number | 'infinite';
  /** Most customers in the station, those in service included; arrivals beyond are lost. */
  readonly capacity?: number;
  /** The name of the discipline. */
  readonly discipline: string;
}

/** The scenario's only station; or, in words, what makes the scenario more than one plain station. */
export function singleStation(scenario: Scenario): SingleStation | string {
  const classes = Object.entries(scenario.classes);
  const stations = Object.entries(scenario.stations);
  if (stations.length !== 1) return `the scenario has ${stations.length} stations`;
  if (classes.length !== 1) return `the scenario has ${classes.length} classes of customers`;
  const [[className, customers]] = classes;
  const [[stationName, station]] = stations;
  if (!onlyTo(scenario.routes[stationName], exit)) return `customers can come back to "${stationName}"`;
  if (isClosed(customers)) return 'customers do not arrive: there are clients, who wait for their answers';
  if (customers.patience) return 'customers give up waiting';
  if (customers.timeout !== undefined) return 'clients give their requests up, which are still served';
  if (customers.retry) return 'customers that are turned away try again';
  if (station.breakdowns) return 'servers break down';
  if (station.baulking) return 'customers baulk when they see how many are there';
  if (station.backlog) return 'customers are there at the start';
  if (station.discipline.interrupted) return 'interrupted services begin anew';
  if (redelivers(station)) return 'work can be delivered more than once';
  const beyond = beyondPlainServers(station);
  if (beyond !== undefined) return beyond;
  if (station.whenFull && station.whenFull !== 'drop') {
    return `a customer that finds the station full is not lost (whenFull: ${station.whenFull})`;
  }
  return {
    className,
    stationName,
    arrivals: customers.arrivals,
    service: serviceOf(station, className),
    servers: station.servers,
    ...(station.capacity === undefined ? {} : { capacity: station.capacity }),
    discipline: station.discipline.discipline,
  };
}
