import { krylovSpace } from '../../../numerics/krylov.js';
import {
  add,
  identity,
  kronecker,
  type Matrix,
  matrix,
  multiply,
  rowVector,
  scale,
  solveFromRight,
  sumOf,
} from '../../../numerics/matrix.js';
import { sparse, timesSparse } from '../../../numerics/sparse.js';
import type { Source, TimeDistribution } from '../model.js';
import { endsAtPoissonEvent } from '../times/simple.js';
import { geometricFromHere } from './geometric-from-here.js';
import { type MarkovianArrivals, rateOf } from './markovian-arrivals.js';
import type { PhaseType } from './phase-type.js';
import { type Level, type Qbd, type QbdSolution, solveQbd } from './qbd.js';
import { type ServersAtWork, serversAtWork } from './servers-at-work.js';

export interface MapPhC {
  readonly arrivalRate: number;
  readonly meanWait: number;
  /** Share of arrivals that wait. */
  readonly probabilityOfWait: number;
  readonly probabilityEmpty: number;
  readonly wait: TimeDistribution;
  readonly sojourn: TimeDistribution;
}

/**
 * MAP/PH/c, first come first served, in its steady state: a quasi-birth-death process whose level is the
 * number of customers and whose phase holds that of the arrivals and of the busy servers.
 */
export function mapPhC(
  arrivals: MarkovianArrivals,
  service: PhaseType,
  servers: number,
  source: Source,
): MapPhC {
  const { boundary, repeating, firstDown, full } = levelsOf(arrivals, service, servers);
  const solution = solveQbd({ boundary, repeating, firstDown });
  return measured(solution, arrivals, service, full, source);
}

/** The levels of such a process: with a server free, and with all busy. */
export function levelsOf(
  arrivals: MarkovianArrivals,
  service: PhaseType,
  servers: number,
): Qbd & { readonly full: ServersAtWork } {
  const work = Array.from({ length: servers + 1 }, (_, busy) => serversAtWork(service, busy, servers));
  const [arrivalPhases, full] = [arrivals.silent.rows, work[servers]];
  const still = (states: number): Matrix => identity(states);
  const local = (busy: number): Matrix =>
    add(
      kronecker(arrivals.silent, still(work[busy].states.length)),
      kronecker(still(arrivalPhases), work[busy].within),
    );
  const boundary: Level[] = work.slice(0, servers).map(({ start, release }, busy) => ({
    up: kronecker(arrivals.arrive, start),
    local: local(busy),
    down: kronecker(still(arrivalPhases), release),
  }));
  return {
    boundary,
    repeating: {
      up: kronecker(arrivals.arrive, still(full.states.length)),
      local: local(servers),
      down: kronecker(still(arrivalPhases), full.replace),
    },
    firstDown: kronecker(still(arrivalPhases), full.release),
    full,
  };
}

/** Nothing happens to servers more often, per second. */
export const paceOf = ({ within }: ServersAtWork): number =>
  Math.max(...within.data.filter((_, i) => i % (within.columns + 1) === 0).map(value => -value));

function measured(
  solution: QbdSolution,
  arrivals: MarkovianArrivals,
  service: PhaseType,
  full: ServersAtWork,
  source: Source,
): MapPhC {
  const { within, replace, states } = full;
  const arrivalRate = rateOf(arrivals);
  const arriving = kronecker(arrivals.arrive, identity(states.length));
  // The phase of the arrivals does not matter to those already there, so it is summed over.
  const collapse = kronecker(
    matrix(arrivals.arrive.rows, 1, () => 1),
    identity(states.length),
  );
  const rate = paceOf(full);
  const wait = unfinishedWork(
    solution,
    scale(multiply(arriving, collapse), 1 / arrivalRate),
    within,
    replace,
    rate,
  );
  const meanService = meanOf(service);
  return {
    arrivalRate,
    meanWait: solution.meanExcess / arrivalRate,
    probabilityOfWait: wait(0),
    probabilityEmpty: sumOf(solution.boundary[0].data),
    wait: endsAtPoissonEvent(rate, wait, meanService, source),
    sojourn: endsAtPoissonEvent(rate, withService(wait, service, rate), meanService, source),
  };
}

/**
 * P(still waiting after k events of the uniformised servers). With Y(t) the sum over j of R^j P_j(t), P_j
 * for j departures by t, the tail of the wait is first / (1 - R) Y(t) 1, and Y' = Y within + R Y replace.
 */
function unfinishedWork(
  { beyond, ratio }: QbdSolution,
  found: Matrix,
  within: Matrix,
  replace: Matrix,
  rate: number,
): (k: number) => number {
  const stay = sparse(add(identity(within.rows), within, 1 / rate));
  const depart = sparse(scale(replace, 1 / rate));
  const { basis, reduced, length } = krylovSpace(beyond, ratio);
  let y = multiply(basis, found);
  return geometricFromHere(() => {
    const chance = length * sumOf(y.data.subarray(0, y.columns));
    y = add(timesSparse(y, stay), multiply(reduced, timesSparse(y, depart)));
    return chance;
  });
}

export const meanOf = ({ initial, within }: PhaseType): number =>
  -sumOf(solveFromRight(rowVector(initial), within).data);

/** P(not yet served after k events), where service starts when the wait ends. */
export function withService(
  wait: (k: number) => number,
  service: PhaseType,
  rate: number,
): (k: number) => number {
  const stay = add(identity(service.within.rows), service.within, 1 / rate);
  const initial = rowVector(service.initial);
  let serving = scale(initial, 1 - wait(0));
  let k = 0;
  return geometricFromHere(() => {
    const chance = wait(k) + sumOf(serving.data);
    serving = add(multiply(serving, stay), initial, wait(k) - wait(k + 1));
    k++;
    return chance;
  });
}
