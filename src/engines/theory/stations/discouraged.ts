import { all, exponentialService, noLimit, oneServer, poissonArrivals } from '../conditions.js';
import { discouragedArrivals } from '../formulas/discouraged.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** Customers who come in the more seldom the more are there, one in n + 1 of those who find n. */
export const discouraged: StationAnswerer = {
  knows: ['station.baulking'],
  answer: given => {
    const { station, arrivals, service, discipline, visitors } = given;
    if (station.baulking === undefined) return undefined;
    if (station.baulking !== 'discouraged') return 'customers baulk by a rule of their own';
    const held = all(poissonArrivals, exponentialService, oneServer, noLimit)(given);
    if (held !== true) return `customers baulk, and ${held}`;
    if (discipline !== 'fcfs' || visitors.length > 1)
      return 'customers baulk where several classes come, or not first come, first served';
    const found = discouragedArrivals.solve({ arrivalRate: arrivals.rate, meanService: service.mean });
    const answer = fromFormula(given, discouragedArrivals, {
      ...found,
      probabilityOfBaulking: 1 - found.throughput / arrivals.rate,
    });
    return { by: discouragedArrivals, ...answer, byClass: [answer] };
  },
};
