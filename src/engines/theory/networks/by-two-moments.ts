import { answerOf } from '../answer.js';
import { all, finitelyManyServers, noLimit, orderBlindToService } from '../conditions.js';
import { approximationBand } from '../formulas/band.js';
import { queueingNetworkAnalyzer } from '../formulas/two-moments.js';
import { byWaits } from '../stations/alike.js';
import type { StationAnswer } from '../stations/answerer.js';
import type { StationCase } from '../stations/case.js';
import { answerAt } from '../stations/index.js';

/** A station whose arrivals are known by rate and variability: an approximation, unless nobody waits there. */
export function byTwoMoments(given: StationCase, arrivalScv: number): StationAnswer | string {
  if (given.servers === Number.POSITIVE_INFINITY) return answerAt(given);
  const queue = all(finitelyManyServers, noLimit, orderBlindToService)(given);
  if (queue !== true || given.words.length > 0) return asIfPoisson(given);
  const { arrivals, service, servers } = given;
  const moments = {
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    arrivalScv,
    serviceScv: service.scv,
  };
  const [source] = queueingNetworkAnalyzer.sources;
  const meanWait = queueingNetworkAnalyzer.solve(moments);
  const { lowest, highest } = approximationBand.solve(moments);
  return {
    by: queueingNetworkAnalyzer,
    ...answerOf(given, {
      source,
      meanWait,
      between: { low: Math.min(lowest, meanWait), high: Math.max(highest, meanWait) },
    }),
    byClass: byWaits(
      given,
      source,
      given.visitors.map(() => ({ meanWait })),
    ),
  };
}

function asIfPoisson(given: StationCase): StationAnswer | string {
  const found = answerAt(given);
  return typeof found === 'string' ? found : { ...found, by: { ...found.by, exactness: 'approximation' } };
}
