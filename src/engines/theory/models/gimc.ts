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
import { type Transform, transformOf } from '../laws/laplace.js';
import { resolvedTail } from '../laws/resolved-tail.js';
import type { Model, Source } from '../model.js';
import { delayedExponential, fromCdf } from '../times/simple.js';
import { sojournTail } from './mmc.js';

const source: Source = { ref: 'takacs1962', at: 'chapter 2, the queue GI/M/m' };

/** A term of the sum, and a transform, for each. */
const mostServers = 1000;

const renewal: Condition = ({ arrivals }) =>
  arrivals.interarrival !== undefined ||
  `the times between arrivals are not independent (${arrivals.kendall})`;

const smooth: Condition = ({ arrivals: { interarrival, kendall } }) =>
  kendall === 'D' ||
  (interarrival !== undefined && resolvedTail(interarrival) !== undefined) ||
  'the times between arrivals jump and bend too often to be followed';

const fewServers: Condition = ({ servers }) =>
  servers <= mostServers || `${servers} servers are too many for its sum`;

/**
 * 1 - σ for the root σ < 1 of σ = A*(cμ (1 - σ)), where A* is the transform of the time between arrivals. With
 * δ = 1 - σ it is the root of 1/ρ - 1 = cμ times the integral of (1 - e^(-cμ δ x)) P(A > x), which keeps its
 * digits next to saturation, where δ is next to 0.
 */
export function spareShare({ shortfall }: Transform, rate: number, load: number): number {
  const spare = (1 - load) / load;
  const excess = (height: number): number => rate * shortfall(rate * Math.exp(height)) - spare;
  // At δ = 1 the sum of the two is what the transform leaves of 1: not negative but by rounding.
  if (!(excess(0) > 0)) return 1;
  let low = -1;
  while (excess(low) > 0) low *= 2;
  return Math.exp(rootIn(excess, low, 0));
}

/** Share of arrivals that wait: σ times the chance of finding c - 1 customers, over 1 - σ. */
function waitingShare(
  { complement, multiples }: Transform,
  mu: number,
  servers: number,
  spare: number,
): number {
  if (servers === 1) return 1 - spare;
  let sum = 0;
  /** C(c, j) over the product of φ_i / (1 - φ_i) for i <= j. */
  let weight = 1;
  const values = multiples(mu);
  for (let j = 1; j <= servers && weight < Number.POSITIVE_INFINITY; j++) {
    const { at, complement: rest } = values.next().value;
    weight *= ((servers - j + 1) / j) * (rest / at);
    sum += (weight / rest) * quotient(j, rest);
  }
  return 1 / (1 + spare * sum);

  /** (c (1 - φ_j) - j) / (c (1 - σ) - j): of the same sign, and both next to 0 where they are near each other. */
  function quotient(j: number, rest: number): number {
    const below = servers * spare - j;
    if (Math.abs(below) > 1e-5 * j) return (servers * rest - j) / below;
    const slope = slopeOf(z => complement(z * mu), j + below / 2, 3e-3 * j);
    return 1 - servers * slope;
  }
}

/** By central differences of fourth order. */
const slopeOf = (f: (x: number) => number, x: number, step: number): number =>
  (8 * (f(x + step) - f(x - step)) - (f(x + 2 * step) - f(x - 2 * step))) / (12 * step);

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
  covers: all(
    renewal,
    exponentialService,
    finitelyManyServers,
    fewServers,
    noLimit,
    orderBlindToService,
    smooth,
  ),
  solve: problem => {
    const { arrivals, service, servers } = problem;
    if (!arrivals.interarrival) throw new RangeError('this problem is not covered');
    const transform = transformOf(arrivals.interarrival);
    const mu = 1 / service.mean;
    const spare = spareShare(transform, servers * mu, (arrivals.rate * service.mean) / servers);
    const waits = waitingShare(transform, mu, servers, spare);
    const rate = servers * mu * spare;
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
