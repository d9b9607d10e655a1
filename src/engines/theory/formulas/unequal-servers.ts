import { matrix } from '../../../numerics/matrix.js';
import { stationary } from '../../../numerics/stationary.js';
import { list, rate } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { delayedExponential } from '../times/simple.js';

export interface UnequalServers {
  readonly arrivalRate: number;
  /** Services per second, by server; who finds several free takes the first of them, among neighbours of the same rate any. */
  readonly rates: readonly number[];
}

const source: Source = { ref: 'gross2008', at: 'section 2.10, heterogeneous servers' };
const balance: Source = { ref: 'gumbel1960', at: 'heterogeneous servers' };

/** Elimination takes the cube of this many multiplications: a tenth of a second. */
const mostStates = 700;

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
const load = ({ arrivalRate, rates }: UnequalServers): number => arrivalRate / sumOf(rates);
const parameters = { arrivalRate: rate, rates: list(rate, 1, 1000) };

export const unequalServers = formula({
  kendall: 'M/M/c unequal servers',
  name: 'servers of different speed on one queue, the first free one in a given order',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services at each server, of its own mean',
    'who finds several free takes the first in a given order, and stays there',
    'unlimited queue',
  ],
  formula:
    'the Markov chain on how many of each speed are busy; while all are, M/M/1 at the sum of their speeds, left and entered in one state',
  breaks: 'A customer that moves to the faster server when it becomes free is served sooner.',
  sources: [source],
  parameters,
  load,
  solve: (station: UnequalServers) => {
    const groups = groupsOf(station.rates);
    const states = groups.reduce((product, { size }) => product * (size + 1), 1);
    if (states > mostStates) throw new NotCovered(`servers of ${groups.length} speeds are too many states`);
    /** How many of each group are busy. */
    const busyIn = (state: number): number[] => {
      let rest = state;
      return groups.map(({ size }) => {
        const busy = rest % (size + 1);
        rest = (rest - busy) / (size + 1);
        return busy;
      });
    };
    const strides = groups.map((_, g) =>
      groups.slice(0, g).reduce((product, { size }) => product * (size + 1), 1),
    );
    const rates = matrix(states, states);
    for (let state = 0; state < states; state++) {
      const busy = busyIn(state);
      const first = groups.findIndex(({ size }, g) => busy[g] < size);
      if (first >= 0) rates.data[state * states + state + strides[first]] = station.arrivalRate;
      for (const [g, { each }] of groups.entries())
        if (busy[g] > 0) rates.data[state * states + state - strides[g]] = busy[g] * each;
    }
    const chances = stationary(rates);
    const meanBusy = chances.reduce((sum, p, state) => sum + p * sumOf(busyIn(state)), 0);
    return withQueue(station, { empty: chances[0], full: chances[states - 1], meanBusy });
  },
});

export const unequalServersByChance = formula({
  kendall: 'M/M/c unequal servers, by chance',
  name: 'servers of different speed on one queue, any free one or the one that is idle longest',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services at each server, of its own mean',
    'who finds several free takes one by chance, or the one that is idle longest, and stays there',
    'unlimited queue',
  ],
  formula:
    'P(these k are busy) ∝ (c - k)! Π λ / μ_i over them: reversible by chance, and the same when idle servers stand in line',
  breaks: 'Where the fastest free one is taken everybody is served sooner.',
  sources: [balance],
  parameters,
  load,
  solve: (station: UnequalServers) => {
    const { arrivalRate, rates } = station;
    // Of each number k of busy servers the mean over all k of them of Π λ / μ, over k!: server after server.
    const weights = [1];
    for (const [before, each] of rates.entries()) {
      const count = before + 1;
      const joining = arrivalRate / each / count;
      weights.push(0);
      let largest = 0;
      for (let k = count; k >= 0; k--) {
        weights[k] *= (count - k) / count;
        if (k > 0) weights[k] += joining * weights[k - 1];
        largest = Math.max(largest, weights[k]);
      }
      for (let k = 0; k <= count; k++) weights[k] /= largest;
    }
    const total = sumOf(weights);
    const chances = weights.map(weight => weight / total);
    return withQueue(station, {
      empty: chances[0],
      full: chances[rates.length],
      meanBusy: chances.reduce((sum, p, k) => sum + k * p, 0),
    });
  },
});

/** Neighbours of the same rate, who need not be told apart. */
function groupsOf(rates: readonly number[]): { readonly each: number; readonly size: number }[] {
  const groups: { each: number; size: number }[] = [];
  for (const each of rates) {
    const last = groups[groups.length - 1];
    if (last?.each === each) last.size++;
    else groups.push({ each, size: 1 });
  }
  return groups;
}

/** So far whoever came when all were busy was left out: each of them adds a geometric queue to that state. */
function withQueue(
  station: UnequalServers,
  lossy: { readonly empty: number; readonly full: number; readonly meanBusy: number },
) {
  const { arrivalRate, rates } = station;
  const ratio = load(station);
  const full = lossy.full / (1 - ratio);
  const total = 1 - lossy.full + full;
  const waits = full / total;
  const meanNumberInQueue = (waits * ratio) / (1 - ratio);
  const meanBusy = (lossy.meanBusy + (full - lossy.full) * rates.length) / total;
  const meanNumberInSystem = meanNumberInQueue + meanBusy;
  return {
    throughput: arrivalRate,
    utilisation: meanBusy / rates.length,
    meanNumberInSystem,
    meanNumberInQueue,
    meanSojourn: meanNumberInSystem / arrivalRate,
    meanWait: meanNumberInQueue / arrivalRate,
    meanService: meanBusy / arrivalRate,
    probabilityOfWait: waits,
    probabilityEmpty: lossy.empty / total,
    wait: delayedExponential(waits, sumOf(rates) - arrivalRate, source),
  };
}
