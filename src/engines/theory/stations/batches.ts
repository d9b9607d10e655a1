import { all, finitelyManyServers, noLimit, orderBlindToService } from '../conditions.js';
import { batchArrivals } from '../formulas/batch-arrivals.js';
import { batchArrivalsAtServers, batchArrivalsGeneral } from '../formulas/batch-arrivals-general.js';
import { geometricBatch, listedBatch } from '../formulas/batch-sizes.js';
import type { Card } from '../model.js';
import { batchTimes } from '../times/batches.js';
import { percentilesOfPhasesOnly } from '../warnings.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** Customers who come several at once. */
export const batches: StationAnswerer = {
  knows: [],
  answer: given => {
    const { arrivals, service, servers, visitors, discipline } = given;
    const { batch } = arrivals;
    if (batch === undefined || visitors.length > 1) return undefined;
    const held = all(finitelyManyServers, noLimit, orderBlindToService)(given);
    if (held !== true) return `customers arrive in batches, and ${held}`;
    const sizes = batch.kind === 'fixed' ? listedBatch([[batch.size, 1]]) : geometricBatch(batch.meanSize);
    const { mean: meanService, scv: serviceScv } = service;
    const station = { batchRate: arrivals.rate / sizes.mean, sizes, meanService };
    const from = (by: Card, found: Readonly<Record<string, unknown>>): StationAnswer => {
      const answer = fromFormula(given, by, found);
      return { by, ...answer, byClass: [answer] };
    };
    if (service.kendall === 'M') {
      const { wait, sojourn, ...means } = batchArrivals.solve({ ...station, servers });
      return from(batchArrivals, discipline === 'fcfs' ? { ...means, wait, sojourn } : means);
    }
    if (servers === 1) {
      const means = batchArrivalsGeneral.solve({ ...station, serviceScv });
      if (discipline !== 'fcfs') return from(batchArrivalsGeneral, means);
      const laws = batchTimes({ ...station, ...means, service }, batchArrivalsGeneral.sources[0]);
      const warnings = laws.sojourn ? [] : [percentilesOfPhasesOnly];
      return { ...from(batchArrivalsGeneral, { ...means, ...laws }), warnings };
    }
    const rough = batchArrivalsAtServers.solve({ ...station, serviceScv, servers });
    return { ...from(batchArrivalsAtServers, rough), warnings: [approximate] };
  },
};

const approximate = {
  code: 'approximation',
  message: 'No exact formula covers batches and such services at several servers.',
  advice: 'Trust the simulation for the value.',
};
