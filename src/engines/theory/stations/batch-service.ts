import { exponentialService, orderBlindToService } from '../conditions.js';
import { closedBatches, openBatches } from '../formulas/batch-service.js';
import { percentilesTakeTooLong } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswerer } from './answerer.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { fromFormula } from './from-formula.js';

const why = 'servers serve several customers together, and';

/** Servers that serve several customers together. */
export const batchService: StationAnswerer = {
  knows: ['station.batchService.size', 'station.batchService.minimum', 'station.batchService.latecomers'],
  answer: given => {
    const { station, arrivals, service, servers, oneLaw, discipline } = given;
    if (station.batchService === undefined) return undefined;
    const outside = outsideEndlessQueue(given, exponentialService, orderBlindToService);
    if (outside !== undefined) return `${why} ${outside}`;
    if (!oneLaw) return `${why} services differ by class`;
    const { size: batch, minimum = 1, latecomers } = station.batchService;
    const batches = { arrivalRate: arrivals.rate, meanService: service.mean, batch };
    if (latecomers === 'join' && servers > 1) return `${why} several of them can be joined`;
    const by = latecomers === 'join' ? openBatches : closedBatches;
    const found =
      latecomers === 'join'
        ? openBatches.solve(batches)
        : closedBatches.solve({ ...batches, servers, minimum });
    const inOrder = discipline === 'fcfs';
    const answer = fromFormula(
      given,
      by,
      inOrder ? found : { ...found, wait: undefined, sojourn: undefined },
    );
    const warnings = inOrder && answer.sojourn === undefined ? [percentilesTakeTooLong] : [];
    return { by, ...answer, byClass: alike(given, answer), warnings };
  },
};
