import { all, exponentialService, finitelyManyServers, noLimit, orderBlindToService } from '../conditions.js';
import { batchArrivals } from '../formulas/batch-arrivals.js';
import { geometricBatch, listedBatch } from '../formulas/batch-sizes.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** Customers who come several at once. */
export const batches: StationAnswerer = {
  knows: [],
  answer: given => {
    const { arrivals, service, servers, visitors, discipline } = given;
    const { batch } = arrivals;
    if (batch === undefined || visitors.length > 1) return undefined;
    const held = all(exponentialService, finitelyManyServers, noLimit, orderBlindToService)(given);
    if (held !== true) return `customers arrive in batches, and ${held}`;
    const sizes = batch.kind === 'fixed' ? listedBatch([[batch.size, 1]]) : geometricBatch(batch.meanSize);
    const { wait, sojourn, ...means } = batchArrivals.solve({
      batchRate: arrivals.rate / sizes.mean,
      sizes,
      meanService: service.mean,
      servers,
    });
    const laws = discipline === 'fcfs' ? { wait, sojourn } : {};
    const answer = fromFormula(given, batchArrivals, { ...means, ...laws });
    return { by: batchArrivals, ...answer, byClass: [answer] };
  },
};
