import { exponentialService, orderBlindToService } from '../conditions.js';
import { unequalServers, unequalServersByChance } from '../formulas/unequal-servers.js';
import type { StationAnswerer } from './answerer.js';
import { byShare } from './by-share.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { fromFormula } from './from-formula.js';

/** Servers of different speed on one queue. */
export const unequal: StationAnswerer = {
  knows: ['station.speeds.of', 'station.speeds.choose'],
  answer: given => {
    const { station, arrivals, service, oneLaw, discipline } = given;
    if (station.speeds === undefined) return undefined;
    const why = 'servers have speeds of their own, and';
    const outside = outsideEndlessQueue(given, exponentialService, orderBlindToService);
    if (outside !== undefined) return `${why} ${outside}`;
    if (!oneLaw) return `${why} services differ by class`;
    const { of, choose } = station.speeds;
    const rates = of.map(speed => speed / service.mean).sort((a, b) => b - a);
    const formula = choose === 'fastest' ? unequalServers : unequalServersByChance;
    const { wait, ...means } = formula.solve({ arrivalRate: arrivals.rate, rates });
    const answer = fromFormula(given, formula, discipline === 'fcfs' ? { ...means, wait } : means);
    return { by: formula, ...answer, byClass: byShare(given, answer) };
  },
};
