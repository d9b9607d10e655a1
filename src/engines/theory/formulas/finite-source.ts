import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { placesAhead } from '../times/places-ahead.js';
import { birthDeath, expectation } from './birth-death.js';

/** N customers that each ask for service at `rate` per second while they are neither waiting nor served. */
export interface FiniteSource {
  readonly sources: number;
  readonly rate: number;
  readonly meanService: number;
  readonly servers: number;
}

const source: Source = { ref: 'kleinrock1975', at: 'section 3.8' };
const parameters = { sources: whole(1, 100_000), rate, meanService: duration, servers: whole(1, 1e6) };

export const finiteSource = formula({
  kendall: 'M/M/c//N',
  name: 'finite source: N customers who come back after exponential times',
  exactness: 'exact',
  assumptions: [
    'N customers, each of whom asks again an exponential time after being served',
    'independent exponential service times',
    'c equal servers on one queue',
  ],
  formula: 'p_n ∝ N! / (N - n)! (r E S)^n / Π min(k, c); an arrival finds what N - 1 customers show',
  breaks: 'Customers who come from a large population do not stay away while others wait: longer queues.',
  sources: [source],
  parameters,
  solve: ({ sources, rate: each, meanService, servers }: FiniteSource) => {
    const states = (population: number): Float64Array =>
      birthDeath(
        population,
        n => (population - n) * each,
        n => Math.min(n + 1, servers) / meanService,
      );
    const atAnyTime = states(sources);
    const found = states(sources - 1);
    const meanNumberInSystem = expectation(atAnyTime, n => n);
    const meanNumberInQueue = expectation(atAnyTime, n => Math.max(0, n - servers));
    const operating = expectation(atAnyTime, n => sources - n);
    const throughput = operating * each;
    const chances = found.subarray(Math.min(servers, sources));
    const probabilityOfWait = chances.reduce((sum, p) => sum + p, 0);
    const meanWait = meanNumberInQueue / throughput;
    return {
      meanNumberInSystem,
      meanNumberInQueue,
      throughput,
      operating,
      meanSojourn: meanWait + meanService,
      meanWait,
      utilisation: (throughput * meanService) / servers,
      probabilityOfWait,
      probabilityEmpty: atAnyTime[0],
      ...placesAhead({
        chances: j => chances[j],
        places: chances.length,
        atOnce: 1 - probabilityOfWait,
        servers,
        meanService,
        source,
      }),
    };
  },
});

export const engset = formula({
  kendall: 'M/M/c/c//N',
  name: 'Engset: N customers who give up at once where all servers are busy',
  exactness: 'exact',
  assumptions: [
    'N customers, each of whom asks again an exponential time after being served or turned away',
    'independent service times: their law does not matter beyond its mean',
    'c servers and no waiting room',
  ],
  formula: 'p_n ∝ C(N, n) (r E S)^n for n ≤ c; an arrival finds what N - 1 customers show',
  breaks: 'A large population asks on however many are served: Erlang B, which loses more.',
  sources: [{ ref: 'gross2008', at: 'section 2.8, finite-source queues' }],
  parameters,
  solve: ({ sources, rate: each, meanService, servers }: FiniteSource) => {
    const states = (population: number): Float64Array => {
      const most = Math.min(servers, population);
      return birthDeath(
        most,
        n => (population - n) * each,
        n => (n + 1) / meanService,
      );
    };
    const atAnyTime = states(sources);
    const meanNumberInSystem = expectation(atAnyTime, n => n);
    const callCongestion = states(sources - 1)[servers] ?? 0;
    return {
      /** Share of time in which all servers are busy, and share of customers who find them so. */
      timeCongestion: atAnyTime[servers] ?? 0,
      callCongestion,
      probabilityOfLoss: callCongestion,
      meanNumberInSystem,
      throughput: meanNumberInSystem / meanService,
      meanSojourn: meanService,
      utilisation: meanNumberInSystem / servers,
      probabilityEmpty: atAnyTime[0],
    };
  },
});
