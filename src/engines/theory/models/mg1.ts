import { answerOfQueue } from '../answer.js';
import {
  all,
  finiteMeanService,
  noLimit,
  oneServer,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import type { Model, Source } from '../model.js';
import { singleServerTimes } from '../times/single-server.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 5.6, Pollaczek-Khinchine mean-value formula' };

const second: Source = { ref: 'takacs1962', at: 'second moment of the wait in M/G/1' };

/** Wq = λ E S² / (2 (1 - ρ)). */
export const mg1: Model = {
  kendall: 'M/G/1',
  name: 'Pollaczek-Khinchine: Poisson arrivals, any service times, one server',
  exactness: 'exact',
  assumptions: ['Poisson arrivals', 'independent service times of any law', 'one server', 'unlimited queue'],
  formula: 'Wq = λ E S² / (2 (1 - ρ))',
  breaks: 'Burstier arrivals, or service times that depend on one another, wait longer than it says.',
  sources: [source, second, { ref: 'kleinrock1975', at: 'section 5.7, transform equation' }],
  covers: all(poissonArrivals, oneServer, noLimit, finiteMeanService, orderBlindToService),
  solve: problem => {
    const { arrivals, service } = problem;
    const load = arrivals.rate * service.mean;
    const meanWait = (load * service.mean * (1 + service.scv)) / (2 * (1 - load));
    const varianceOfWait = meanWait ** 2 + (arrivals.rate * service.thirdMoment) / (3 * (1 - load));
    return answerOfQueue(problem, {
      source,
      ...(Number.isFinite(meanWait) && { meanWait }),
      probabilityOfWait: load,
      probabilityEmpty: 1 - load,
      ...singleServerTimes(arrivals.rate, service),
      ...(Number.isFinite(service.thirdMoment) && {
        varianceOfWait,
        varianceOfSojourn: varianceOfWait + service.mean ** 2 * service.scv,
      }),
    });
  },
};
