import { duration, made, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { placesAhead } from '../times/places-ahead.js';
import { birthDeath } from './birth-death.js';

export interface BaulkingStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Probability to come in, by the number of customers found. */
  readonly joining: (found: number) => number;
}

const source: Source = { ref: 'gross2008', at: 'section 2.10, balking' };

const mostStates = 200_000;
const negligible = 1e-18;

/** Beyond it the chances have fallen to nothing beside the highest, or nobody comes in. */
function lastState(births: (n: number) => number, deaths: (n: number) => number): number {
  let [height, highest] = [0, 0];
  for (let n = 0; n <= mostStates; n++) {
    if (births(n) === 0 || height < highest + Math.log(negligible)) return n;
    height += Math.log(births(n) / deaths(n));
    highest = Math.max(highest, height);
  }
  throw new NotCovered(`more than ${mostStates} customers may be there`);
}

export const baulkingStation = formula({
  kendall: 'M/M/c baulking',
  name: 'arrivals that come in or turn away by the number of customers they find',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals, each of whom looks once and decides by chance',
    'independent exponential service times',
    'c equal servers on one queue, unlimited',
  ],
  formula: 'p_n of a birth-death chain of births λ b_n and deaths min(n, c) μ; P(baulk) = Σ p_n (1 - b_n)',
  breaks: 'Those who turn away and come back later make the load larger than it says.',
  sources: [source],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 1e5),
    joining: made('a probability by the number found'),
  },
  solve: ({ arrivalRate, meanService, servers, joining }: BaulkingStation) => {
    const births = (n: number): number => arrivalRate * joining(n);
    const deaths = (n: number): number => Math.min(n + 1, servers) / meanService;
    const chances = birthDeath(lastState(births, deaths), births, deaths);
    const sum = (f: (p: number, n: number) => number) => chances.reduce((total, p, n) => total + f(p, n), 0);
    const joined = sum((p, n) => p * joining(n));
    const throughput = arrivalRate * joined;
    const meanNumberInQueue = sum((p, n) => p * Math.max(0, n - servers));
    const meanNumberInSystem = meanNumberInQueue + throughput * meanService;
    const found = chances.map((p, n) => (p * joining(n)) / joined);
    const waiting = found.subarray(servers);
    const probabilityOfWait = waiting.reduce((total, p) => total + p, 0);
    return {
      throughput,
      utilisation: (throughput * meanService) / servers,
      meanNumberInSystem,
      meanNumberInQueue,
      meanWait: meanNumberInQueue / throughput,
      meanSojourn: meanNumberInSystem / throughput,
      probabilityOfWait,
      probabilityOfBaulking: 1 - joined,
      probabilityEmpty: chances[0],
      ...placesAhead({
        chances: j => waiting[j],
        places: waiting.length,
        atOnce: 1 - probabilityOfWait,
        servers,
        meanService,
        source,
      }),
    };
  },
});
