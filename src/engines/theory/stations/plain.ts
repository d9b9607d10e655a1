import { orderBlindToService } from '../conditions.js';
import { approximationBand } from '../formulas/band.js';
import type { Answer, Value } from '../model.js';
import { models } from '../models/index.js';
import { kendallOf } from '../problem.js';
import { warningsOf } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswerer } from './answerer.js';
import type { StationCase } from './case.js';

/** One queue before equal servers, by the first model that covers it. */
export const plain: StationAnswerer = {
  knows: [],
  answer: given => {
    let reason = '';
    for (const model of models) {
      const covered = model.covers(given);
      if (covered === true) {
        const solved = model.solve(given);
        const answer = model.exactness === 'exact' ? solved : withBand(given, solved);
        const warnings = warningsOf(given, model, answer);
        return { ...answer, by: model, byClass: alike(given, answer), warnings };
      }
      reason = covered;
    }
    // The last model asks for least, so what it lacks is what stands in the way of all.
    return orderBlindToService(given) === true ? `no formula for ${kendallOf(given)}: ${reason}` : undefined;
  },
};

/** Two moments leave room: with each mean the lowest and the highest of the usual approximations. */
function withBand({ arrivals, service, servers }: StationCase, answer: Answer): Answer {
  const { meanWait, meanNumberInQueue, meanNumberInSystem, meanSojourn } = answer.measures;
  const moments = {
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    arrivalScv: arrivals.dispersion,
    serviceScv: service.scv,
  };
  if (!meanWait || !meanNumberInQueue || !meanNumberInSystem || !meanSojourn) return answer;
  const { lowest, highest } = approximationBand.solve(moments);
  const from = (value: Value, of: (wait: number) => number): Value => ({
    ...value,
    between: { low: of(Math.min(lowest, meanWait.value)), high: of(Math.max(highest, meanWait.value)) },
  });
  return {
    ...answer,
    measures: {
      ...answer.measures,
      meanNumberInQueue: from(meanNumberInQueue, wait => arrivals.rate * wait),
      meanNumberInSystem: from(meanNumberInSystem, wait => arrivals.rate * (wait + service.mean)),
      meanWait: from(meanWait, wait => wait),
      meanSojourn: from(meanSojourn, wait => wait + service.mean),
    },
  };
}
