import { answerOf } from '../answer.js';
import { all, endlessServers, finiteMeanService, stationaryArrivals } from '../conditions.js';
import type { Model, Source } from '../model.js';
import { noTime, serviceTime } from '../times/simple.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 3.4' };

/** Nobody waits, whatever the laws: the sojourn is the service, and L = λ E S. */
export const gginf: Model = {
  kendall: 'G/G/∞',
  name: 'a server for everyone',
  exactness: 'exact',
  assumptions: ['a free server for every customer'],
  formula: 'W = E S, L = λ E S',
  breaks: 'With finitely many servers customers wait or are lost.',
  sources: [source],
  covers: all(endlessServers, stationaryArrivals, finiteMeanService),
  solve: problem =>
    answerOf(problem, {
      source,
      meanWait: 0,
      probabilityOfWait: 0,
      varianceOfWait: 0,
      ...(problem.arrivals.kendall === 'M' && {
        probabilityEmpty: Math.exp(-problem.arrivals.rate * problem.service.mean),
      }),
      wait: noTime(source),
      sojourn: serviceTime(problem.service, source),
    }),
};
