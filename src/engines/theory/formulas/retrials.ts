import { sumOf } from '../../../numerics/matrix.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { nothing } from '../times/geometric-places.js';
import { retrialTimes } from '../times/retrials.js';

export interface RetrialStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** At which each customer in orbit tries again, per second. */
  readonly retrialRate: number;
}

const source: Source = { ref: 'artalejo2008', at: 'the main multiserver model' };

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
  sources: [source],
  parameters: { arrivalRate: rate, meanService: duration, servers: whole(1, 1000), retrialRate: rate },
  load: ({ arrivalRate, meanService, servers }: RetrialStation) => (arrivalRate * meanService) / servers,
  solve: (station: RetrialStation) => {
    const { arrivalRate, meanService, servers } = station;
    const most = orbitCutOff(station);
    const levels = levelsBelow(station, most);
    let [total, orbit, busy, blocked, idle] = [0, 0, 0, 0, 0];
    let weight = 1;
    let weighted: Float64Array[] = [];
    for (const [n, level] of levels.entries()) {
      weighted.push(level.map(each => weight * each));
      for (let j = 0; j <= servers; j++) {
        const p = weight * level[j];
        total += p;
        orbit += n * p;
        busy += j * p;
      }
      blocked += weight * level[servers];
      idle += weight * level[0];
      weight *= level[servers];
      if (weight > 1e200) {
        [total, orbit, busy, blocked, idle, weight] = [total, orbit, busy, blocked, idle, weight].map(
          value => value * 1e-200,
        );
        weighted = weighted.map(each => each.map(value => value * 1e-200));
      }
    }
    const meanNumberInOrbit = orbit / total;
    const meanWait = meanNumberInOrbit / arrivalRate;
    const found = likely(weighted.map(level => level.map(each => each / total)));
    const laws = retrialTimes({ ...station, found, meanWait, source });
    return {
      ...laws,
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

/** The levels up to the last that has a chance to speak of. */
function likely(levels: readonly Float64Array[]): readonly Float64Array[] {
  let end = levels.length;
  while (end > 1 && sumOf(levels[end - 1]) < nothing) end--;
  return levels.slice(0, end);
}

/**
 * By number in orbit, the weights of 0 .. c busy servers for each unit of weight of "all busy" one level below. From
 * the last level down: seen from below, a level is left by a retrial that finds a free server, and what comes of
 * those above returns from "all busy" to the states that retrials lead to. All flows are positive sums.
 */
function levelsBelow({ arrivalRate, meanService, servers: c, retrialRate }: RetrialStation, most: number) {
  const mu = 1 / meanService;
  const levels: Float64Array[] = [];
  /** From "all busy", through the levels above, to each state. */
  let back = new Float64Array(c + 1);
  for (let n = most; n > 0; n--) {
    const level = levelOf(arrivalRate, mu, n * retrialRate, back);
    levels[n] = level;
    const next = new Float64Array(c + 1);
    for (let j = 0; j < c; j++) next[j + 1] = level[j] * n * retrialRate;
    back = next;
  }
  levels[0] = lowest(arrivalRate, mu, back);
  return levels;
}

/** r_j = a_j r_(j + 1) + b_j r_c from the balance of j busy servers; r_c from the cut to the level below. */
function levelOf(rate: number, mu: number, retrying: number, back: Float64Array): Float64Array {
  const c = back.length - 1;
  const [a, b] = [new Float64Array(c), new Float64Array(c)];
  // What leaves state j otherwise than upwards, those that come back from below not counted.
  let leaves = retrying;
  for (let j = 0; j < c; j++) {
    if (j > 0) leaves = retrying + (j * mu * leaves) / (rate + leaves);
    a[j] = ((j + 1) * mu) / (rate + leaves);
    b[j] = (back[j] + (j > 0 ? rate * b[j - 1] : 0)) / (rate + leaves);
  }
  const level = new Float64Array(c + 1);
  level[c] = 1;
  let below = 0;
  for (let j = c - 1; j >= 0; j--) {
    level[j] = a[j] * level[j + 1] + b[j] * level[c];
    if (level[j] > 1e200) scaleAll(level, 1e-200);
  }
  for (let j = 0; j < c; j++) below += level[j];
  scaleAll(level, rate / retrying / below);
  return level;
}

const scaleAll = (values: Float64Array, factor: number): void => {
  for (let i = 0; i < values.length; i++) values[i] *= factor;
};

/** Nobody in orbit: as many servers become busy as free across each cut. */
function lowest(rate: number, mu: number, back: Float64Array): Float64Array {
  const c = back.length - 1;
  const level = new Float64Array(c + 1);
  const upTo = back.slice();
  for (let j = 1; j < c; j++) upTo[j] += upTo[j - 1];
  level[c] = 1;
  for (let j = c - 1; j >= 0; j--) {
    level[j] = ((j + 1) * mu * level[j + 1] + upTo[j] * level[c]) / rate;
    if (level[j] > 1e200) scaleAll(level, 1e-200);
  }
  return level;
}

/** States of all levels: some tens of milliseconds. */
const mostStates = 1_000_000;

/** The orbit decays at last like the queue of M/M/c, after a hump of the slower retrials. */
function orbitCutOff({ arrivalRate, meanService, servers, retrialRate }: RetrialStation): number {
  const load = (arrivalRate * meanService) / servers;
  const hump = (arrivalRate * load) / (retrialRate * (1 - load));
  const levels = Math.ceil(40 / -Math.log(load) + 8 * hump + 50);
  if (!(levels * (servers + 1) <= mostStates)) {
    throw new NotCovered(`about ${levels.toPrecision(2)} customers in orbit are too many states`);
  }
  return levels;
}
