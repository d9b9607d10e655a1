import { poissonExpectation } from '../../../numerics/poisson.js';
import { answerOfQueue } from '../answer.js';
import {
  all,
  type Condition,
  finitelyManyServers,
  noLimit,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import { queueAfterSlots } from '../crommelin.js';
import type { Model, Source } from '../model.js';
import { fromCdf } from '../times/simple.js';

const means: Source = { ref: 'crommelin1932', at: 'waiting in M/D/c' };
const times: Source = { ref: 'franx2001', at: 'waiting-time distribution' };

/** The wave of services repeats every D, and one root of the chain is sought for each server. */
const mostServers = 1000;

const deterministicService: Condition = ({ service }) =>
  (service.kendall === 'D' && service.mean > 0) || `the service times are not constant (${service.kendall})`;

const fewServers: Condition = ({ servers }) =>
  servers <= mostServers || `${servers} servers are too many roots`;

/** Constant services: whoever is in service now is gone after D, so the queue is a random walk in steps of D. */
export const mdc: Model = {
  kendall: 'M/D/c',
  name: 'Poisson arrivals, constant service time, c servers',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'the same service time for everyone',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'a random walk in steps of D; the roots of z^c = e^(-a (1 - z)) give the queue',
  breaks:
    'Any variability of the service times lengthens the wait, up to twofold where they are exponential.',
  sources: [means, times],
  covers: all(
    poissonArrivals,
    deterministicService,
    finitelyManyServers,
    fewServers,
    noLimit,
    orderBlindToService,
  ),
  solve: problem => {
    const { arrivals, service, servers } = problem;
    const length = service.mean;
    const queue = queueAfterSlots(servers, arrivals.rate * length);
    // With many idle servers rounding may leave it a hair below 0.
    const meanWait = Math.max(0, queue.meanQueue) / arrivals.rate;
    const wait = (t: number): number => {
      const slots = Math.floor(t / length) + 1;
      const last = slots * servers - 1;
      return poissonExpectation(arrivals.rate * (slots * length - t), j =>
        j > last ? 0 : queue.atMost(last - j),
      );
    };
    const waitLaw = fromCdf(wait, meanWait + length / servers, times);
    return answerOfQueue(problem, {
      source: means,
      meanWait,
      probabilityOfWait: Math.max(0, queue.probabilityOfWait),
      wait: waitLaw,
      sojourn: {
        source: times,
        cdf: t => waitLaw.cdf(t - length),
        quantile: p => length + waitLaw.quantile(p),
      },
    });
  },
};
