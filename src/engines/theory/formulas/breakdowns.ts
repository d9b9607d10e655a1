import type { Distribution } from '../../../distributions/contract.js';
import { distributionOf } from '../../../distributions/index.js';
import { matrix, multiply, sumOf } from '../../../numerics/matrix.js';
import { type Domain, duration, lawOf, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source, TimeDistribution } from '../model.js';
import { type Level, type QbdSolution, solveQbd } from '../phases/qbd.js';
import { failingServersSojourn } from '../times/failing-servers.js';
import { mostPlaces, nothing } from '../times/geometric-places.js';
import { repairedSojourn } from '../times/repaired.js';
import { byLittle } from './by-little.js';
import { meanWaitOf } from './idle-server.js';

export interface UnreliableStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Of one server, per second. */
  readonly failureRate: number;
  readonly repairRate: number;
}

const availabilityOf = ({ failureRate, repairRate }: UnreliableStation): number =>
  repairRate / (failureRate + repairRate);
const loadOf = (station: UnreliableStation): number =>
  (station.arrivalRate * station.meanService) / (station.servers * availabilityOf(station));

const parameters: { readonly [Name in keyof UnreliableStation]: Domain } = {
  arrivalRate: rate,
  meanService: duration,
  servers: whole(1, 60),
  failureRate: rate,
  repairRate: rate,
};
const chain = 'a quasi-birth-death process on customers and working servers, solved by its matrix R';
const sources: readonly Source[] = [
  { ref: 'mitrany1968', at: 'the model' },
  { ref: 'neuts1981', at: 'chapter 3, matrix-geometric solution' },
];
const resuming = 'an interrupted service is resumed by the next free server';

export const breakdowns = formula({
  kendall: 'M/M/c breakdowns',
  name: 'servers that fail, idle or busy, and are repaired',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'each server fails and is repaired on its own, after exponential times, whether it works or not',
    resuming,
    'unlimited queue',
  ],
  formula: chain,
  breaks: 'Long repairs of the same mean, or failures of several servers at once, wait longer than it says.',
  sources,
  parameters,
  load: loadOf,
  solve: (station: UnreliableStation) => {
    const { levels, ...found } = solved(station, up => up);
    const sojourn =
      station.servers === 1
        ? sojournOfOne(station, found.meanSojourn)
        : sojournOfSeveral(station, levels(), found.meanSojourn);
    return {
      availability: availabilityOf(station),
      ...found,
      ...(sojourn && { sojourn }),
      /** Load of a server while it works. */
      utilisation: loadOf(station),
    };
  },
});

export const breakdownsOfBusyServers = formula({
  kendall: 'M/M/c breakdowns while serving',
  name: 'servers that fail only while they work, and are repaired',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'each server fails after exponential working times and is repaired in exponential times',
    resuming,
    'unlimited queue',
  ],
  formula: chain,
  breaks: 'Servers that also fail while they are idle make those wait longer who come after a quiet time.',
  sources,
  parameters,
  load: loadOf,
  solve: (station: UnreliableStation) => {
    const { levels, ...found } = solved(station, (up, customers) => Math.min(up, customers));
    return { ...found, utilisation: (station.arrivalRate * station.meanService) / station.servers };
  },
});

const sojournOfOne = (
  { arrivalRate, meanService, failureRate, repairRate }: UnreliableStation,
  mean: number,
): TimeDistribution | undefined =>
  repairedSojourn(
    {
      arrivalRate,
      service: distributionOf({ distribution: 'exponential', mean: meanService }),
      failureRate,
      repair: distributionOf({ distribution: 'exponential', mean: 1 / repairRate }),
      whileServing: false,
    },
    mean,
  );

const sojournOfSeveral = (
  station: UnreliableStation,
  found: readonly Float64Array[] | undefined,
  meanSojourn: number,
): TimeDistribution | undefined =>
  found && failingServersSojourn({ ...station, found, meanSojourn, source: sources[1] });

/** @param failing of the servers that work, how many can fail */
function solved(
  { arrivalRate, meanService, servers, failureRate, repairRate }: UnreliableStation,
  failing: (up: number, customers: number) => number,
) {
  const size = servers + 1;
  // By the servers that are down: all up comes first, a state that every level has.
  const level = (customers: number): Level => {
    const served = (down: number): number => Math.min(servers - down, customers) / meanService;
    return {
      up: matrix(size, size, (i, j) => (i === j ? arrivalRate : 0)),
      down: matrix(size, size, (i, j) => (i === j ? served(i) : 0)),
      local: matrix(size, size, (i, j) => {
        const fails = failing(servers - i, customers) * failureRate;
        const repairs = i * repairRate;
        if (i === j) return -(fails + repairs + arrivalRate + served(i));
        return j === i + 1 ? fails : j === i - 1 ? repairs : 0;
      }),
    };
  };
  const repeating = level(servers);
  const solution = solveQbd({
    boundary: Array.from({ length: servers }, (_, n) => level(n)),
    repeating,
    firstDown: repeating.down,
  });
  const below = solution.boundary.reduce((sum, { data }, n) => sum + n * sumOf(data), 0);
  const meanNumberInSystem = below + servers * sumOf(solution.beyond.data) + solution.meanExcess;
  const meanNumberInQueue = Math.max(0, meanNumberInSystem - arrivalRate * meanService);
  return {
    meanNumberInSystem,
    meanNumberInQueue,
    meanSojourn: meanNumberInSystem / arrivalRate,
    /** All the time in which it was not served. */
    meanWait: meanNumberInQueue / arrivalRate,
    throughput: arrivalRate,
    probabilityEmpty: sumOf(solution.boundary[0].data),
    levels: () => levelsOf(solution),
  };
}

/** The chances of each number of customers by servers that are down, as far as they matter; undefined where that is too far. */
function levelsOf({ boundary, first, ratio }: QbdSolution): readonly Float64Array[] | undefined {
  const levels = boundary.map(({ data }) => data);
  for (let level = first; sumOf(level.data) > nothing; level = multiply(level, ratio)) {
    if (levels.length === mostPlaces) return undefined;
    levels.push(level.data);
  }
  return levels;
}

export interface WearingStation {
  readonly arrivalRate: number;
  readonly service: Distribution;
  /** Per second of work. */
  readonly failureRate: number;
  readonly repair: Distribution;
}

/** From the begin of a service to its end, repairs counted in. */
const meanCompletion = ({ service, failureRate, repair }: WearingStation): number =>
  service.mean * (1 + failureRate * repair.mean);

export const breakdownsWhileServing = formula({
  kendall: 'M/G/1 breakdowns while serving',
  name: 'a server that fails only while it works',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent service times of any law',
    'one server, which fails after exponential working times; repairs of any law',
    'an interrupted service is resumed by the same server',
    'unlimited queue',
  ],
  formula: 'to a customer repairs are part of its service: Pollaczek-Khinchine with that',
  breaks: 'A server that also fails while it is idle makes the first customers wait longer.',
  sources: [{ ref: 'white1958', at: 'breakdown' }],
  parameters: { arrivalRate: rate, service: lawOf(2), failureRate: rate, repair: lawOf(2) },
  load: (station: WearingStation) => station.arrivalRate * meanCompletion(station),
  solve: (station: WearingStation) => {
    const { arrivalRate, service, failureRate, repair } = station;
    const mean = meanCompletion(station);
    // Given a service of S there are Poisson(ξ S) repairs: E Var + Var E.
    const variance =
      failureRate * service.mean * repair.mean ** 2 * (1 + repair.scv) + mean ** 2 * service.scv;
    const meanWait = meanWaitOf(arrivalRate, { mean, scv: variance / mean ** 2 });
    const sojourn = repairedSojourn({ ...station, whileServing: true }, meanWait + mean);
    return {
      ...byLittle(arrivalRate, meanWait, mean),
      ...(sojourn && { sojourn }),
      utilisation: arrivalRate * service.mean,
      shareBusyOrDown: arrivalRate * mean,
    };
  },
});
