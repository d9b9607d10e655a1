import { matrix, sumOf } from '../../../numerics/matrix.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { type Level, solveQbd } from '../phases/qbd.js';
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

export const breakdowns = formula({
  kendall: 'M/M/c breakdowns',
  name: 'servers that fail, idle or busy, and are repaired',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'each server fails and is repaired on its own, after exponential times, whether it works or not',
    'an interrupted service is resumed by the next free server',
    'unlimited queue',
  ],
  formula: 'a quasi-birth-death process on customers and working servers, solved by its matrix R',
  breaks: 'Long repairs of the same mean, or failures of several servers at once, wait longer than it says.',
  sources: [
    { ref: 'mitrany1968', at: 'the model' },
    { ref: 'neuts1981', at: 'chapter 3, matrix-geometric solution' },
  ],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 60),
    failureRate: rate,
    repairRate: rate,
  },
  load: loadOf,
  solve: (station: UnreliableStation) => {
    const { arrivalRate, meanService, servers, failureRate, repairRate } = station;
    const size = servers + 1;
    const level = (customers: number): Level => {
      const served = (up: number): number => Math.min(up, customers) / meanService;
      return {
        up: matrix(size, size, (i, j) => (i === j ? arrivalRate : 0)),
        down: matrix(size, size, (i, j) => (i === j ? served(i) : 0)),
        local: matrix(size, size, (i, j) => {
          const [fails, repairs] = [i * failureRate, (servers - i) * repairRate];
          if (i === j) return -(fails + repairs + arrivalRate + served(i));
          return j === i - 1 ? fails : j === i + 1 ? repairs : 0;
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
    const meanSojourn = meanNumberInSystem / arrivalRate;
    const meanNumberInQueue = Math.max(0, meanNumberInSystem - arrivalRate * meanService);
    return {
      availability: availabilityOf(station),
      meanNumberInSystem,
      meanNumberInQueue,
      meanSojourn,
      /** All the time in which it was not served. */
      meanWait: meanNumberInQueue / arrivalRate,
      throughput: arrivalRate,
      probabilityEmpty: sumOf(solution.boundary[0].data),
      /** Load of a server while it works. */
      utilisation: loadOf(station),
    };
  },
});

export const breakdownsWhileServing = formula({
  kendall: 'M/M/1 breakdowns while serving',
  name: 'a server that fails only while it works',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'one server, which fails after exponential working times and is repaired in exponential times',
    'an interrupted service is resumed',
    'unlimited queue',
  ],
  formula: 'to a customer repairs are part of its service: Pollaczek-Khinchine with that',
  breaks: 'A server that also fails while it is idle makes the first customers wait longer.',
  sources: [{ ref: 'white1958', at: 'breakdown' }],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 1),
    failureRate: rate,
    repairRate: rate,
  },
  load: ({ arrivalRate, meanService, failureRate, repairRate }: UnreliableStation) =>
    arrivalRate * meanService * (1 + failureRate / repairRate),
  solve: ({ arrivalRate, meanService, failureRate, repairRate }: UnreliableStation) => {
    const failures = failureRate * meanService;
    const mean = meanService * (1 + failureRate / repairRate);
    // Given a service of S there are Poisson(ξ S) exponential repairs: E Var + Var E.
    const variance = (2 * failures) / repairRate ** 2 + mean ** 2;
    const meanWait = meanWaitOf(arrivalRate, { mean, scv: variance / mean ** 2 });
    return {
      ...byLittle(arrivalRate, meanWait, mean),
      utilisation: arrivalRate * meanService,
      shareBusyOrDown: arrivalRate * mean,
    };
  },
});
