import { all, finitelyManyServers, finiteMeanService, poissonArrivals } from '../conditions.js';
import { discriminatory } from '../formulas/discriminatory-sharing.js';
import { sharedServers } from '../formulas/shared-servers.js';
import { sharedSojourn } from '../times/sharing.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import type { StationCase } from './case.js';
import { staying } from './staying.js';
import { together } from './together.js';

/** Everyone present is served at once: of equal shares each stays in proportion to its own work. */
export const sharing: StationAnswerer = {
  knows: [],
  answer: given => {
    const { discipline, visitors } = given;
    if (discipline !== 'ps' && discipline !== 'dps') return undefined;
    const held = all(poissonArrivals, finitelyManyServers, finiteMeanService)(given);
    if (held !== true) return held;
    const weights = visitors.map(({ customers }) => customers.weight ?? 1);
    const equal = discipline === 'ps' || weights.every(weight => weight === weights[0]);
    return equal ? byWork(given) : byWeight(given, weights);
  },
};

function byWork(given: StationCase): StationAnswer {
  const { arrivals, service, servers, capacity, visitors } = given;
  const found = sharedServers.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    capacity,
  });
  const { slowdown, probabilityOfLoss } = found;
  const alone = servers === 1 && capacity === Number.POSITIVE_INFINITY;
  const sojourn =
    alone && given.oneLaw && service.kendall === 'M' ? sharedSojourn(arrivals.rate, service.mean) : undefined;
  const byClass = visitors.map(({ arrivals: { rate }, service: { mean } }) =>
    staying(
      {
        ...{ rate, meanSojourn: mean * slowdown },
        ...(probabilityOfLoss !== undefined && { probabilityOfLoss }),
        ...(sojourn && { sojourn }),
      },
      sharedServers.sources[0],
    ),
  );
  return { by: sharedServers, byClass, measures: together(given, byClass), ...(sojourn && { sojourn }) };
}

function byWeight(given: StationCase, weights: readonly number[]): StationAnswer | string {
  const { visitors, servers, capacity } = given;
  if (servers !== 1) return `there are ${servers} servers, shared by weight`;
  if (Number.isFinite(capacity))
    return `the station holds at most ${capacity} customers, who share by weight`;
  if (visitors.some(({ service }) => service.kendall !== 'M'))
    return 'the server is shared by weight, and the service times are not exponential';
  const sojourns = discriminatory.solve({
    rates: visitors.map(({ arrivals }) => arrivals.rate),
    meanServices: visitors.map(({ service }) => service.mean),
    weights,
  });
  const byClass = visitors.map(({ arrivals: { rate } }, k) =>
    staying({ rate, meanSojourn: sojourns[k] }, discriminatory.sources[0]),
  );
  return { by: discriminatory, byClass, measures: together(given, byClass) };
}
