import { mmc } from '../models/mmc.js';
import { randomOrderTimes } from '../times/random-order.js';
import { warningsOf } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswerer } from './answerer.js';

/** The next is drawn by chance from those who wait: as many wait as in order of arrival, some much longer. */
export const randomOrder: StationAnswerer = {
  knows: [],
  answer: given => {
    if (given.discipline !== 'siro' || mmc.covers(given) !== true) return undefined;
    const { arrivals, service, servers } = given;
    const solved = mmc.solve(given);
    const { probabilityOfWait, meanWait } = solved.measures;
    const laws = randomOrderTimes({
      ...{ arrivalRate: arrivals.rate, meanService: service.mean, servers },
      probabilityOfWait: probabilityOfWait?.value ?? 1,
      meanWait: meanWait?.value ?? service.mean,
    });
    const answer = { ...solved, ...laws };
    return { by: mmc, ...answer, byClass: alike(given, answer), warnings: warningsOf(given, mmc, answer) };
  },
};
