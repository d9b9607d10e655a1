import type { ArrivalProcess } from '../../../arrivals/contract.js';
import { arrivalProcessOf } from '../../../arrivals/index.js';
import { entrance, exit } from '../../../scenario/place.js';
import { isStrategy, onlyTo } from '../../../scenario/routes/next-places.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { CustomerClass, Scenario, Strategy } from '../../../scenario/type.js';
import { type StationCase, stationCase } from '../stations/case.js';

/** One class of customers whom a strategy sends to one of several stations, from where they leave. */
export interface SideBySide {
  readonly strategy: Strategy;
  readonly arrivals: ArrivalProcess;
  /** Of the places of the strategy, in their order, when all customers come to it. */
  readonly cases: readonly StationCase[];
  /** The same with other arrivals. */
  readonly caseOf: (place: number, arrivals: ArrivalProcess) => StationCase;
}

/** The scenario as such stations; why it is none, or undefined where nobody chooses. */
export function sideBySide({ classes, stations, routes }: Scenario): SideBySide | string | undefined {
  const strategy = routes[entrance];
  if (!isStrategyRoute(strategy)) return undefined;
  const [[name, customers], ...others] = Object.entries(classes) as [[string, CustomerClass]];
  if (others.length > 0 || !isOpen(customers))
    return 'several classes of customers are sent to the same stations';
  const { to } = strategy;
  if (to.length !== Object.keys(stations).length || to.some(place => !onlyTo(routes[place], exit)))
    return 'customers who are sent to a station go on to others';
  const arrivals = arrivalProcessOf(customers.arrivals);
  const caseOf = (place: number, own: ArrivalProcess): StationCase =>
    stationCase(stations[to[place]], [{ name, customers, arrivals: own }]);
  return { strategy, arrivals, cases: to.map((_, i) => caseOf(i, arrivals)), caseOf };
}

const isStrategyRoute = (route: Scenario['routes'][string]): route is Strategy =>
  !('byClass' in route) && isStrategy(route as Strategy);
