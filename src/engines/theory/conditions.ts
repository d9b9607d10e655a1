import type { StationProblem } from './model.js';

/** True, or why the problem is outside. */
export type Condition = (problem: StationProblem) => true | string;

/** The first condition that fails says why. */
export const all =
  (...conditions: readonly Condition[]): Condition =>
  problem => {
    for (const condition of conditions) {
      const held = condition(problem);
      if (held !== true) return held;
    }
    return true;
  };

export const poissonArrivals: Condition = ({ arrivals }) =>
  arrivals.kendall === 'M' || `the arrivals are not Poisson (${arrivals.kendall})`;

export const exponentialService: Condition = ({ service }) =>
  service.kendall === 'M' || `the service times are not exponential (${service.kendall})`;

export const oneServer: Condition = ({ servers }) => servers === 1 || `there are ${servers} servers`;

export const finitelyManyServers: Condition = ({ servers }) =>
  Number.isFinite(servers) || 'there is no limit to the number of servers';

export const endlessServers: Condition = ({ servers }) =>
  servers === Number.POSITIVE_INFINITY || `there are only ${servers} servers`;

export const noLimit: Condition = ({ capacity }) =>
  capacity === Number.POSITIVE_INFINITY || `the station holds at most ${capacity} customers`;

export const limited: Condition = ({ capacity, servers }) =>
  Number.isFinite(capacity)
    ? capacity >= servers || `the station holds ${capacity} customers, fewer than its ${servers} servers`
    : 'the station has no limit';

export const noWaitingRoom: Condition = ({ capacity, servers }) =>
  capacity === servers || 'the station has room to wait';

/** The orders that look neither at service times nor at what is left of them, and let a service end. */
export const orderBlindToService: Condition = ({ discipline }) =>
  ['fcfs', 'lcfs', 'siro'].includes(discipline) || `the discipline is ${discipline}`;

export const finiteMeanService: Condition = ({ service }) =>
  Number.isFinite(service.mean) || 'the mean service time is infinite';

/** Arrivals that follow the clock have no steady state. */
export const stationaryArrivals: Condition = ({ arrivals }) =>
  arrivals.cycle === undefined || `the arrivals follow the clock (${arrivals.kendall})`;

/** Whoever comes in a batch waits for those before it in the batch, which two moments of the times do not show. */
export const oneByOne: Condition = ({ arrivals }) =>
  arrivals.kendall !== 'M^X' || `customers arrive in batches (${arrivals.kendall})`;
