import { expm1 } from '../../../numerics/near-zero.js';
import { answerOfQueue } from '../answer.js';
import {
  all,
  exponentialService,
  finitelyManyServers,
  noLimit,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import { emptyFrom, erlangC, varianceOfDelay } from '../erlang.js';
import type { Model, Source } from '../model.js';
import { delayedExponential, fromCdf } from '../times/simple.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 3.5' };
const times: Source = { ref: 'gross2008', at: 'section 2.3' };

/**
 * P(wait > t) = C(c, a) e^(-(cμ - λ) t). The sojourn adds an independent exponential service:
 * P(sojourn > t) = e^(-μ t) + C μ (e^(-μ t) - e^(-δ t)) / (δ - μ) with δ = cμ - λ, of which δ = μ is a limit.
 */
export const mmc: Model = {
  kendall: 'M/M/c',
  name: 'Poisson arrivals, exponential services, c servers with one queue',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent exponential service times',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'Wq = C(c, a) / (c μ - λ), P(wait > t) = C(c, a) e^(-(c μ - λ) t)',
  breaks: 'A queue of its own for each server, or messages fetched ahead of need, wait longer than it says.',
  sources: [source, times],
  covers: all(poissonArrivals, exponentialService, finitelyManyServers, noLimit, orderBlindToService),
  solve: problem => {
    const { arrivals, service, servers } = problem;
    const load = arrivals.rate * service.mean;
    const waits = erlangC(servers, load);
    const spareRate = (servers - load) / service.mean;
    return answerOfQueue(problem, {
      source,
      meanWait: waits / spareRate,
      probabilityOfWait: waits,
      varianceOfWait: varianceOfDelay(waits, spareRate),
      varianceOfSojourn: varianceOfDelay(waits, spareRate) + service.mean ** 2,
      probabilityEmpty: emptyFrom(waits * (1 - load / servers), servers, load),
      wait: delayedExponential(waits, spareRate, times),
      sojourn: fromCdf(
        t => 1 - sojournTail(t, waits, 1 / service.mean, spareRate),
        service.mean + 1 / spareRate,
        times,
      ),
    });
  },
};

/** P(S + D > t): S exponential with rate `mu`, D zero or, with chance `waits`, exponential with rate `delta`. */
export function sojournTail(t: number, waits: number, mu: number, delta: number): number {
  const gap = Math.abs(delta - mu) * t;
  // (1 - e^-x) / x, whose value at 0 is the confluent case δ = μ, i.e. c - a = 1.
  const shape = gap === 0 ? 1 : -expm1(-gap) / gap;
  return Math.exp(-mu * t) + waits * mu * t * Math.exp(-Math.min(mu, delta) * t) * shape;
}
