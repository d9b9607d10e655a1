import { matrix, sumOf } from '../../../numerics/matrix.js';
import { type Level, meanExcess, solveQbd } from '../phases/qbd.js';
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

/**
 * M/M/c whose servers fail and are repaired independently, idle or busy, and resume what they interrupted:
 * a quasi-birth-death process on customers and working servers (I. L. Mitrany, B. Avi-Itzhak, Operations
 * Research 16 (1968); not checked).
 */
export function breakdowns({
  arrivalRate,
  meanService,
  servers,
  failureRate,
  repairRate,
}: UnreliableStation) {
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
  const meanNumberInSystem = below + servers * sumOf(solution.beyond.data) + meanExcess(solution);
  const availability = repairRate / (failureRate + repairRate);
  return {
    availability,
    meanNumberInSystem,
    meanSojourn: meanNumberInSystem / arrivalRate,
    throughput: arrivalRate,
    /** Load of a server while it works. */
    utilisation: (arrivalRate * meanService) / (servers * availability),
  };
}

/**
 * M/M/1 that fails only while it serves: to a customer, repairs are part of its service, so M/G/1 with that
 * (H. White, L. S. Christie, Operations Research 6 (1958); not checked).
 */
export function breakdownsWhileServing({
  arrivalRate,
  meanService,
  failureRate,
  repairRate,
}: UnreliableStation) {
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
}
