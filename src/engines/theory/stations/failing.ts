import { all, exponentialService, finitelyManyServers, noLimit, poissonArrivals } from '../conditions.js';
import { failingWork } from '../formulas/failing-work.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** Work that fails and is delivered again at once, at the back of the queue. */
export const failing: StationAnswerer = {
  knows: ['station.failing', 'station.maxDeliveries'],
  answer: given => {
    const { station, visitors, arrivals, service, servers, discipline, oneLaw } = given;
    const { failing: share, maxDeliveries = Number.POSITIVE_INFINITY } = station;
    if (share === undefined) return undefined;
    const held = all(poissonArrivals, exponentialService, finitelyManyServers, noLimit)(given);
    if (held !== true) return `work fails and is delivered again, and ${held}`;
    if (visitors.length > 1 || typeof share !== 'number' || !oneLaw)
      return 'work of several classes fails and is delivered again';
    if (discipline !== 'fcfs')
      return `work fails and is delivered again, and the discipline is ${discipline}`;
    const found = failingWork.solve({
      arrivalRate: arrivals.rate,
      meanService: service.mean,
      servers,
      failing: share,
      deliveries: maxDeliveries,
    });
    // How long the service of a customer is, failures counted in or not, is a matter of words.
    const { meanService, ...measures } = fromFormula(given, failingWork, found).measures;
    return { by: failingWork, measures, byClass: [{ measures }] };
  },
};
