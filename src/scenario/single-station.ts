import { redelivers } from './attempts/deliveries.js';
import { backlogOf } from './backlog/backlog-of.js';
import { exit } from './place.js';
import { onlyTo } from './routes/next-places.js';
import { beyondPlainServers } from './server-side/in-words.js';
import { serviceOf } from './service-of.js';
import { isClosed } from './supply-rate.js';
import type { ArrivalSpec, CustomerClass, DistributionSpec, RetrySpec, Scenario } from './type.js';

/** One station at which one class of customers is served once and leaves, however they come. */
export interface OnlyStation {
  readonly className: string;
  readonly stationName: string;
  readonly customers: CustomerClass;
  /** How many are there at the start. */
  readonly backlog: number;
  readonly service: DistributionSpec;
  readonly servers: number | 'infinite';
  /** Most customers in the station, those in service included; arrivals beyond are lost. */
  readonly capacity?: number;
  /** How customers who find the station full come again. Absent: they are lost. */
  readonly retry?: RetrySpec;
  /** The name of the discipline. */
  readonly discipline: string;
}

/** Customers who arrive from outside at one station, from an empty start: A/S/c/K. */
export interface SingleStation extends Omit<OnlyStation, 'customers' | 'backlog' | 'retry'> {
  readonly arrivals: ArrivalSpec;
}

/** The scenario's only station; or, in words, what makes the scenario more than one plain station. */
export function onlyStation(scenario: Scenario): OnlyStation | string {
  const classes = Object.entries(scenario.classes);
  const stations = Object.entries(scenario.stations);
  if (stations.length !== 1) return `the scenario has ${stations.length} stations`;
  if (classes.length !== 1) return `the scenario has ${classes.length} classes of customers`;
  const [[className, customers]] = classes;
  const [[stationName, station]] = stations;
  if (!onlyTo(scenario.routes[stationName], exit)) return `customers can come back to "${stationName}"`;
  if (customers.patience) return 'customers give up waiting';
  if (customers.timeout !== undefined) return 'clients give their requests up, which are still served';
  if (station.breakdowns) return 'servers break down';
  if (station.baulking) return 'customers baulk when they see how many are there';
  if (station.discipline.interrupted) return 'interrupted services begin anew';
  if (redelivers(station)) return 'work can be delivered more than once';
  const beyond = beyondPlainServers(station);
  if (beyond !== undefined) return beyond;
  if (station.whenFull === 'block')
    return 'a customer that finds the station full is not lost (whenFull: block)';
  return {
    className,
    stationName,
    customers,
    backlog: backlogOf(station, [className])[className] ?? 0,
    service: serviceOf(station, className),
    servers: station.servers,
    ...(station.capacity === undefined ? {} : { capacity: station.capacity }),
    ...(station.whenFull === 'retry' && customers.retry && { retry: customers.retry }),
    discipline: station.discipline.discipline,
  };
}

/** The same of customers who arrive from outside and find nobody there at the start. */
export function singleStation(scenario: Scenario): SingleStation | string {
  const only = onlyStation(scenario);
  if (typeof only === 'string') return only;
  const { customers, backlog, retry, ...station } = only;
  if (retry) return 'customers that are turned away try again';
  if (isClosed(customers)) return 'customers do not arrive: there are clients, who wait for their answers';
  if (backlog > 0) return 'customers are there at the start';
  return { ...station, arrivals: customers.arrivals };
}
