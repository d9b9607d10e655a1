import { answerOfQueue } from '../answer.js';
import {
  all,
  exponentialService,
  noLimit,
  oneServer,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import { varianceOfDelay } from '../erlang.js';
import type { Model, Source } from '../model.js';
import { delayedExponential } from '../times/simple.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 3.2' };

/** Wq = ρ / (μ - λ); the wait is 0 or exponential, the sojourn exponential, both with rate μ - λ. */
export const mm1: Model = {
  kendall: 'M/M/1',
  name: 'Poisson arrivals, exponential services, one server',
  exactness: 'exact',
  assumptions: ['Poisson arrivals', 'independent exponential service times', 'one server', 'unlimited queue'],
  formula: 'Wq = ρ / (μ - λ); the sojourn is exponential with rate μ - λ',
  breaks: 'Steadier arrivals or services wait less than it says, burstier ones more.',
  sources: [source],
  covers: all(poissonArrivals, exponentialService, oneServer, noLimit, orderBlindToService),
  solve: problem => {
    const load = problem.arrivals.rate * problem.service.mean;
    const spareRate = (1 - load) / problem.service.mean;
    return answerOfQueue(problem, {
      source,
      meanWait: load / spareRate,
      probabilityOfWait: load,
      varianceOfWait: varianceOfDelay(load, spareRate),
      varianceOfSojourn: 1 / spareRate ** 2,
      probabilityEmpty: 1 - load,
      wait: delayedExponential(load, spareRate, source),
      sojourn: delayedExponential(1, spareRate, source),
    });
  },
};
