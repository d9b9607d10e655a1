import {
  type Matrix,
  matrix,
  multiply,
  rowVector,
  scale,
  solveFromRight,
  sumOf,
} from '../../../numerics/matrix.js';
import { stationary } from '../../../numerics/stationary.js';

export interface RetrialStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** At which each customer in orbit tries again, per second. */
  readonly retrialRate: number;
}

/**
 * M/M/c whose arrivals, when all servers are busy, try again after exponential times: a Markov chain on the
 * number in orbit and the number of busy servers, whose orbit is cut off where it hardly ever comes, and
 * solved level by level (J. R. Artalejo, A. Gómez-Corral, "Retrial Queueing Systems", 2008; not checked).
 */
export function retrials({ arrivalRate, meanService, servers, retrialRate }: RetrialStation) {
  const most = orbitCutOff(arrivalRate, meanService, servers, retrialRate);
  const size = servers + 1;
  const up = matrix(size, size, (i, j) => (i === servers && j === servers ? arrivalRate : 0));
  const down = (n: number): Matrix => matrix(size, size, (i, j) => (j === i + 1 ? n * retrialRate : 0));
  const local = (n: number): Matrix => {
    const rates = matrix(size, size, (i, j) =>
      j === i + 1 ? arrivalRate : j === i - 1 ? i / meanService : 0,
    );
    for (let i = 0; i < size; i++) {
      const joins = i === servers ? (n < most ? arrivalRate : 0) : n * retrialRate;
      rates.data[i * size + i] = -joins - (i < servers ? arrivalRate : 0) - i / meanService;
    }
    return rates;
  };
  const steps: Matrix[] = [];
  let censored = local(most);
  for (let n = most - 1; n >= 0; n--) {
    steps[n] = solveFromRight(up, scale(censored, -1));
    const back = multiply(steps[n], down(n + 1));
    const here = local(n);
    censored = { ...here, data: here.data.map((value, i) => value + back.data[i]) };
  }
  let level = rowVector(stationary(censored));
  let [total, orbit, busy, blocked, idle] = [0, 0, 0, 0, 0];
  for (let n = 0; n <= most; n++) {
    const weight = sumOf(level.data);
    total += weight;
    orbit += n * weight;
    busy += level.data.reduce((sum, p, i) => sum + i * p, 0);
    blocked += level.data[servers];
    idle += level.data[0];
    if (n < most) level = multiply(level, steps[n]);
  }
  return {
    meanNumberInOrbit: orbit / total,
    meanNumberInSystem: (orbit + busy) / total,
    meanWait: orbit / total / arrivalRate,
    probabilityOfBlocking: blocked / total,
    probabilityOfAllIdle: idle / total,
  };
}

/** The orbit decays at last like the queue of M/M/c, after a hump of the slower retrials. */
function orbitCutOff(arrivalRate: number, meanService: number, servers: number, retrialRate: number): number {
  const load = (arrivalRate * meanService) / servers;
  const hump = (arrivalRate * load) / (retrialRate * (1 - load));
  return Math.min(20_000, Math.ceil(40 / -Math.log(load) + 8 * hump + 50));
}
