import type { StrategyName } from '../../../../scenario/routes/strategies.js';
import type { Route } from '../station.js';
import { LeastWork } from './least-work.js';
import { PowerOfD } from './power-of-d.js';
import { random } from './random.js';
import { RoundRobin } from './round-robin.js';
import type { RouteSetup } from './route-setup.js';
import { ShortestQueue } from './shortest-queue.js';
import { WeightedRoundRobin } from './weighted-round-robin.js';

/** What chooses the next place, by the name of its strategy in a scenario. */
export const strategyRoutes = {
  random,
  'round-robin': setup => new RoundRobin(setup),
  'weighted-round-robin': setup => new WeightedRoundRobin(setup),
  'join-shortest-queue': setup => new ShortestQueue(setup),
  'power-of-d': setup => new PowerOfD(setup),
  'least-work': setup => new LeastWork(setup),
} satisfies Readonly<Record<StrategyName, (setup: RouteSetup) => Route>>;
