import {
  all,
  finiteMeanService,
  limited,
  oneServer,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import { singleServerLimited } from '../formulas/single-server-limited.js';
import { mapPhCK } from '../models/map-ph-c-k.js';
import { mmck } from '../models/mmck.js';
import { alike } from './alike.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';

/** One server with little room before it, and services of any law. */
export const limitedServer: StationAnswerer = {
  knows: [],
  answer: given => {
    const held = all(poissonArrivals, oneServer, limited, orderBlindToService, finiteMeanService)(given);
    if (held !== true) return undefined;
    const { arrivals, service, capacity } = given;
    // These say more.
    if ([mmck, mapPhCK].some(({ covers }) => covers(given) === true)) return undefined;
    const found = singleServerLimited.solve({ arrivalRate: arrivals.rate, service, capacity });
    const answer = fromFormula(given, singleServerLimited, found);
    return { by: singleServerLimited, ...answer, byClass: alike(given, answer) };
  },
};
