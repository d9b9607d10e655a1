import {
  all,
  type Condition,
  finitelyManyServers,
  finiteMeanService,
  noLimit,
  poissonArrivals,
} from '../conditions.js';
import type { StationCase } from './case.js';

/**
 * Why a station is none of Poisson arrivals before finitely many servers with room for all, or what else it is not
 * that is asked of it; undefined when it is.
 */
export function outsideEndlessQueue(given: StationCase, ...more: readonly Condition[]): string | undefined {
  const held = all(poissonArrivals, ...more, finitelyManyServers, noLimit, finiteMeanService)(given);
  return held === true ? undefined : held;
}
