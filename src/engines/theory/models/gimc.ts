import { rootIn } from '../../../numerics/root.js';
import { answerOfQueue } from '../answer.js';
import {
  all,
  type Condition,
  exponentialService,
  finitelyManyServers,
  noLimit,
  orderBlindToService,
} from '../conditions.js';
import { varianceOfDelay } from '../erlang.js';
import { laplace } from '../laplace.js';
import type { Model, Source, StationProblem } from '../model.js';
import { delayedExponential, fromCdf } from '../times.js';
import { sojournTail } from './mmc.js';

const source: Source = { ref: 'takacs1962', at: 'chapter 2, the queue GI/M/m' };

/** So far Takács's sum was compared with the matrix-geometric solution, and agreed to ten digits. */
const mostServers = 200;

const renewal: Condition = ({ arrivals }) =>
  arrivals.interarrival !== undefined ||
  `the times between arrivals are not independent (${arrivals.kendall})`;

const fewServers: Condition = ({ servers }) =>
  servers <= mostServers || `${servers} servers are too many for its sum`;

/** The root σ < 1 of σ = A*(cμ (1 - σ)), where A* is the transform of the time between arrivals. */
export function busyRoot(transform: (s: number) => number, rate: number): number {
  // 1 is a root as well; just below it the difference is negative when the station is stable.
  return rootIn(sigma => transform(rate * (1 - sigma)) - sigma, 0, 1 - 1e-12);
}

/** Share of arrivals that wait: σ times the chance of finding c - 1 customers, over 1 - σ. */
function waitingShare(transform: (s: number) => number, mu: number, servers: number, sigma: number): number {
  if (servers === 1) return sigma;
  let sum = 0;
  let product = 1;
  let choices = 1;
  for (let j = 1; j <= servers; j++) {
    const phi = transform(j * mu);
    product *= phi / (1 - phi);
    choices *= (servers - j + 1) / j;
    sum += (choices / (product * (1 - phi))) * quotient(j, phi);
  }
  return 1 / (1 + (1 - sigma) * sum);

  /** (c (1 - φ_j) - j) / (c (1 - σ) - j), of which both sides vanish together. */
  function quotient(j: number, phi: number): number {
    const at = servers * (1 - sigma);
    if (Math.abs(at - j) > 1e-6) return (servers * (1 - phi) - j) / (at - j);
    const step = 1e-4;
    return 1 + (servers * (transform((j + step) * mu) - transform((j - step) * mu))) / (2 * step);
  }
}

export const gimc: Model = {
  kendall: 'GI/M/c',
  name: 'independent times between arrivals of any law, exponential services',
  exactness: 'exact',
  assumptions: [
    'independent times between arrivals of any law',
    'independent exponential service times',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'σ = A*(c μ (1 - σ)); P(wait > t) = P(wait) e^(-c μ (1 - σ) t)',
  breaks: 'Correlated arrivals, as bursts are, wait longer than independent ones of the same variability.',
  sources: [source],
  covers: all(renewal, exponentialService, finitelyManyServers, fewServers, noLimit, orderBlindToService),
  solve: problem => {
    const { service, servers } = problem;
    const transform = transformOf(problem);
    const mu = 1 / service.mean;
    const sigma = busyRoot(transform, servers * mu);
    const waits = waitingShare(transform, mu, servers, sigma);
    const rate = servers * mu * (1 - sigma);
    return answerOfQueue(problem, {
      source,
      meanWait: waits / rate,
      probabilityOfWait: waits,
      varianceOfWait: varianceOfDelay(waits, rate),
      varianceOfSojourn: varianceOfDelay(waits, rate) + service.mean ** 2,
      wait: delayedExponential(waits, rate, source),
      sojourn: fromCdf(t => 1 - sojournTail(t, waits, mu, rate), service.mean + 1 / rate, source),
    });
  },
};

function transformOf({ arrivals: { interarrival } }: StationProblem): (s: number) => number {
  if (!interarrival) throw new RangeError('this problem is not covered');
  return s => laplace(interarrival, s);
}
