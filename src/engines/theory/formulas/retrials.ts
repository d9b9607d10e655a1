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
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { NotCovered } from '../not-covered.js';

export interface RetrialStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** At which each customer in orbit tries again, per second. */
  readonly retrialRate: number;
}

export const retrials = formula({
  kendall: 'M/M/c retrials',
  name: 'customers who find all servers busy and try again later, until they are served',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'c servers and no waiting room',
    'each of those turned away tries again after exponential times, and never gives up',
  ],
  formula: 'a Markov chain on those in orbit and busy servers, cut off where it hardly ever comes',
  breaks: 'Customers who give up after some tries load the station less than it says.',
  sources: [{ ref: 'artalejo2008', at: 'the main multiserver model' }],
  parameters: { arrivalRate: rate, meanService: duration, servers: whole(1, 60), retrialRate: rate },
  load: ({ arrivalRate, meanService, servers }: RetrialStation) => (arrivalRate * meanService) / servers,
  solve: (station: RetrialStation) => {
    const { arrivalRate, meanService, servers, retrialRate } = station;
    const most = orbitCutOff(station);
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
    const meanNumberInOrbit = orbit / total;
    const meanWait = meanNumberInOrbit / arrivalRate;
    return {
      meanNumberInOrbit,
      meanNumberInQueue: meanNumberInOrbit,
      meanNumberInSystem: (orbit + busy) / total,
      throughput: arrivalRate,
      utilisation: (arrivalRate * meanService) / servers,
      /** Time in orbit. */
      meanWait,
      meanSojourn: meanWait + meanService,
      probabilityOfBlocking: blocked / total,
      probabilityOfAllIdle: idle / total,
    };
  },
});

/** Elements of all the matrices, level after level, that it takes about a second to go through. */
const mostWork = 2e7;

/** The orbit decays at last like the queue of M/M/c, after a hump of the slower retrials. */
function orbitCutOff({ arrivalRate, meanService, servers, retrialRate }: RetrialStation): number {
  const load = (arrivalRate * meanService) / servers;
  const hump = (arrivalRate * load) / (retrialRate * (1 - load));
  const levels = Math.ceil(40 / -Math.log(load) + 8 * hump + 50);
  if (levels * (servers + 1) ** 3 > mostWork || levels > 200_000) {
    throw new NotCovered(`about ${levels.toPrecision(2)} customers in orbit are too many states`);
  }
  return levels;
}
