import { matrix } from '../../../numerics/matrix.js';
import { stationary } from '../../../numerics/stationary.js';
import { list, rate } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { delayedExponential } from '../times.js';

export interface UnequalServers {
  readonly arrivalRate: number;
  /** Services per second, by server; who finds several free takes the first of them. */
  readonly rates: readonly number[];
}

const source: Source = { ref: 'gross2008', at: 'section 2.10, heterogeneous servers' };

const sumOf = (rates: readonly number[]): number => rates.reduce((sum, each) => sum + each, 0);

export const unequalServers = formula({
  kendall: 'M/M/c unequal servers',
  name: 'servers of different speed on one queue',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services at each server, of its own mean',
    'who finds several free takes the first in a given order, and stays there',
    'unlimited queue',
  ],
  formula:
    'the Markov chain on which servers are busy; while all are, M/M/1 at the sum of their speeds, left and entered in one state',
  breaks: 'A customer that moves to the faster server when it becomes free is served sooner.',
  sources: [source],
  parameters: { arrivalRate: rate, rates: list(rate, 1, 8) },
  load: ({ arrivalRate, rates }: UnequalServers) => arrivalRate / sumOf(rates),
  solve: ({ arrivalRate, rates }: UnequalServers) => {
    const all = 2 ** rates.length - 1;
    const busy = (state: number, server: number): boolean => (state & (1 << server)) > 0;
    const firstFree = (state: number): number => rates.findIndex((_, i) => !busy(state, i));
    const chances = stationary(
      matrix(all + 1, all + 1, (from, to) => {
        const ended = rates.findIndex((_, i) => from - (1 << i) === to && busy(from, i));
        if (ended >= 0) return rates[ended];
        return from < all && to === from + (1 << firstFree(from)) ? arrivalRate : 0;
      }),
    );
    const fastest = sumOf(rates);
    const load = arrivalRate / fastest;
    // So far whoever came when all were busy was left out: each of them adds a geometric queue to that state.
    const full = chances[all] / (1 - load);
    const total = 1 - chances[all] + full;
    const waits = full / total;
    const meanNumberInQueue = (waits * load) / (1 - load);
    const share = (server: number): number =>
      chances.reduce((sum, p, state) => (state < all && busy(state, server) ? sum + p : sum), full) / total;
    const busyShares = rates.map((_, server) => share(server));
    const meanNumberInSystem = meanNumberInQueue + sumOf(busyShares);
    return {
      throughput: arrivalRate,
      meanNumberInSystem,
      meanNumberInQueue,
      meanSojourn: meanNumberInSystem / arrivalRate,
      meanWait: meanNumberInQueue / arrivalRate,
      probabilityOfWait: waits,
      probabilityEmpty: chances[0] / total,
      /** Busy fractions, by server. */
      busy: busyShares,
      wait: delayedExponential(waits, fastest - arrivalRate, source),
    };
  },
});
