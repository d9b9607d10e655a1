import { duration, made, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { placesAhead } from '../times/places-ahead.js';
import type { BatchSizes } from './batch-sizes.js';

export interface BatchArrivals {
  /** Batches per second. */
  readonly batchRate: number;
  readonly sizes: BatchSizes;
  readonly meanService: number;
  readonly servers: number;
}

const source: Source = { ref: 'gross2008', at: 'section 3.1, bulk input' };

/** Multiplications that a chain may take. */
const mostWork = 6_000_000;
const mostStates = 500_000;

/**
 * Waits are those of customers, not of batches. A customer has ahead of it whom its batch found, and those of
 * its own batch in front of it: k of them with chance min(k + 1, c) μ p_(k + 1) / λ, again by the flow
 * across a cut.
 */
export const batchArrivals = formula({
  kendall: 'M^X/M/c',
  name: 'Poisson batches, exponential services, c servers',
  exactness: 'exact',
  assumptions: [
    'batches at the epochs of a Poisson process, of independent sizes',
    'independent exponential service times, customer by customer',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'λ_b Σ p_k P(X ≥ n - k) = min(n, c) μ p_n: what goes up across each cut comes down',
  breaks: 'Batches that come regularly wait less than it says; sizes that depend on one another wait more.',
  sources: [source],
  parameters: {
    batchRate: rate,
    sizes: made('batch sizes'),
    meanService: duration,
    servers: whole(1, 10_000),
  },
  load: ({ batchRate, sizes, meanService, servers }: BatchArrivals) =>
    (batchRate * sizes.mean * meanService) / servers,
  solve: (station: BatchArrivals) => {
    const { batchRate, sizes, meanService, servers } = station;
    const arrivalRate = batchRate * sizes.mean;
    const load = arrivalRate * meanService;
    const p = probabilities(station);
    const sum = (f: (n: number) => number): number => p.reduce((total, value, n) => total + value * f(n), 0);
    const meanNumberInQueue = sum(n => Math.max(0, n - servers));
    const meanWait = meanNumberInQueue / arrivalRate;
    const ahead = p.slice(1).map((value, k) => (Math.min(k + 1, servers) / load) * value);
    const chances = ahead.slice(servers);
    const probabilityOfWait = chances.reduce((total, value) => total + value, 0);
    return {
      throughput: arrivalRate,
      utilisation: load / servers,
      meanNumberInSystem: meanNumberInQueue + load,
      meanNumberInQueue,
      meanSojourn: meanWait + meanService,
      meanWait,
      probabilityOfWait,
      probabilityEmpty: p[0],
      ...placesAhead({
        chances: j => chances[j],
        places: chances.length,
        atOnce: 1 - probabilityOfWait,
        servers,
        meanService,
        source,
      }),
    };
  },
});

/** Upward flow across each cut between n - 1 and n customers equals downward flow: additions alone. */
function probabilities({ batchRate, sizes, meanService, servers }: BatchArrivals): Float64Array {
  const { atLeast, ratio } = sizes;
  const listed = atLeast.length;
  const weights = [1];
  let total = 1;
  let queue = 0;
  /** Flow of the batches beyond the list. */
  let beyond = 0;
  for (let n = 1; ; n++) {
    if (n * listed > mostWork || n > mostStates)
      throw new NotCovered('so close to saturation its chain has too many states');
    let flow = 0;
    for (let k = Math.max(0, n - listed + 1); k < n; k++) flow += weights[k] * atLeast[n - k - 1];
    beyond = ratio * beyond + (n >= listed ? weights[n - listed] * atLeast[listed - 1] : 0);
    const weight = (batchRate * meanService * (flow + beyond)) / Math.min(n, servers);
    weights.push(weight);
    total += weight;
    queue += Math.max(0, n - servers) * weight;
    if (n > servers && weight * n <= 1e-17 * queue && weight <= weights[n - 1]) break;
    if (weight > 1e200) {
      for (let k = 0; k <= n; k++) weights[k] *= 1e-200;
      [total, queue, beyond] = [total * 1e-200, queue * 1e-200, beyond * 1e-200];
    }
  }
  return Float64Array.from(weights, weight => weight / total);
}
