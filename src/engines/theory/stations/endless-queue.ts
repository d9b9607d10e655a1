import { all, finitelyManyServers, finiteMeanService, noLimit, poissonArrivals } from '../conditions.js';
import type { StationCase } from './case.js';

const conditions = all(poissonArrivals, finitelyManyServers, noLimit, finiteMeanService);

/** Why a station is none of Poisson arrivals before finitely many servers with room for all; undefined when it is. */
export function outsideEndlessQueue(given: StationCase): string | undefined {
  const held = conditions(given);
  return held === true ? undefined : held;
}
