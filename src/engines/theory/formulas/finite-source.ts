import type { Source, TimeDistribution } from '../model.js';
import { placesAhead } from '../places-ahead.js';
import { birthDeath, expectation } from './birth-death.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 3.8' };

/** N customers that each ask for service at `rate` per second while they are neither waiting nor served. */
export interface FiniteSource {
  readonly sources: number;
  readonly rate: number;
  readonly meanService: number;
  readonly servers: number;
}

/** M/M/c//N; what an arrival finds is what a station of one customer fewer shows at any time. */
export function finiteSource({ sources, rate, meanService, servers }: FiniteSource) {
  const states = (population: number): Float64Array =>
    birthDeath(
      Array.from({ length: population }, (_, n) => (population - n) * rate),
      Array.from({ length: population }, (_, n) => Math.min(n + 1, servers) / meanService),
    );
  const atAnyTime = states(sources);
  const found = states(sources - 1);
  const meanNumberInSystem = expectation(atAnyTime, n => n);
  const meanNumberInQueue = expectation(atAnyTime, n => Math.max(0, n - servers));
  const operating = sources - meanNumberInSystem;
  const throughput = operating * rate;
  const chances = found.subarray(Math.min(servers, sources));
  const probabilityOfWait = chances.reduce((sum, p) => sum + p, 0);
  const times: { wait: TimeDistribution; sojourn: TimeDistribution } = placesAhead({
    chances,
    atOnce: 1 - probabilityOfWait,
    servers,
    meanService,
    source,
  });
  return {
    meanNumberInSystem,
    meanNumberInQueue,
    throughput,
    operating,
    meanSojourn: meanNumberInSystem / throughput,
    meanWait: meanNumberInQueue / throughput,
    utilisation: (throughput * meanService) / servers,
    probabilityOfWait,
    probabilityEmpty: atAnyTime[0],
    ...times,
  };
}

/** Engset's M/M/c/c//N: sources that find all servers busy go on as if nothing had been. */
export function engset({ sources, rate, meanService, servers }: FiniteSource) {
  const states = (population: number): Float64Array => {
    const most = Math.min(servers, population);
    return birthDeath(
      Array.from({ length: most }, (_, n) => (population - n) * rate),
      Array.from({ length: most }, (_, n) => (n + 1) / meanService),
    );
  };
  const atAnyTime = states(sources);
  return {
    timeCongestion: atAnyTime[servers] ?? 0,
    callCongestion: states(sources - 1)[servers] ?? 0,
    meanNumberInSystem: expectation(atAnyTime, n => n),
  };
}
