import { distributionOf } from '../../../distributions/index.js';
import {
  all,
  exponentialService,
  finitelyManyServers,
  noWaitingRoom,
  poissonArrivals,
} from '../conditions.js';
import { retrials } from '../formulas/retrials.js';
import { percentilesTakeTooLong } from '../warnings.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** So many tries are endless. */
const endless = 1e6;

/** Customers who find all servers busy and come back until they are served. */
export const comingBack: StationAnswerer = {
  knows: ['class.retry.delay', 'class.retry.maxAttempts', 'station.whenFull'],
  answer: given => {
    const { visitors, station, arrivals, service, servers } = given;
    const [{ customers }] = visitors;
    if (station.whenFull === undefined) return undefined;
    if (station.whenFull !== 'retry' || customers.retry === undefined || visitors.length > 1)
      return 'a customer that finds the station full is not lost';
    const held = all(poissonArrivals, exponentialService, finitelyManyServers)(given);
    if (held !== true) return `customers that are turned away try again, and ${held}`;
    if (noWaitingRoom(given) !== true) return 'customers try again although there is room to wait';
    const { delay, maxAttempts } = customers.retry;
    const away = distributionOf(delay);
    if (away.kendall !== 'M') return 'customers try again after times that are not exponential';
    if (maxAttempts < endless) return `customers give up after ${maxAttempts} tries`;
    const found = retrials.solve({
      arrivalRate: arrivals.rate,
      meanService: service.mean,
      servers,
      retrialRate: 1 / away.mean,
    });
    const answer = fromFormula(given, retrials, {
      ...found,
      probabilityOfWait: found.probabilityOfBlocking,
    });
    const warnings = answer.sojourn ? [] : [percentilesTakeTooLong];
    return { by: retrials, ...answer, byClass: [answer], warnings };
  },
};
