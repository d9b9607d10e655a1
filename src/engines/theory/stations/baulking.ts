import type { BaulkingSpec } from '../../../scenario/type.js';
import {
  all,
  exponentialService,
  finitelyManyServers,
  noLimit,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import { baulkingStation } from '../formulas/baulking.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** Customers who see how many are there, and may turn away. */
export const baulking: StationAnswerer = {
  knows: ['station.baulking'],
  answer: given => {
    const { station, visitors, arrivals, service, servers, discipline } = given;
    if (station.baulking === undefined) return undefined;
    const held = all(
      poissonArrivals,
      exponentialService,
      finitelyManyServers,
      noLimit,
      orderBlindToService,
    )(given);
    if (held !== true) return `customers baulk, and ${held}`;
    if (visitors.length > 1) return 'customers of several classes baulk';
    const { wait, sojourn, ...means } = baulkingStation.solve({
      arrivalRate: arrivals.rate,
      meanService: service.mean,
      servers,
      joining: joiningBy(station.baulking),
    });
    const answer = fromFormula(given, baulkingStation, {
      ...means,
      ...(discipline === 'fcfs' && { wait, sojourn }),
    });
    return { by: baulkingStation, ...answer, byClass: [answer] };
  },
};

export function joiningBy(spec: BaulkingSpec): (found: number) => number {
  if (spec === 'discouraged') return found => 1 / (found + 1);
  if ('from' in spec) return found => Number(found < spec.from);
  const { joining } = spec;
  return found => joining[Math.min(found, joining.length - 1)];
}
