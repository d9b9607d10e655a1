import { expectation } from './birth-death.js';

export interface BatchArrivals {
  /** Batches per second. */
  readonly batchRate: number;
  /** P(a batch has at least n customers), for n = 1, 2, ... */
  readonly atLeast: (n: number) => number;
  readonly meanBatch: number;
  readonly meanService: number;
  readonly servers: number;
}

const mostCustomers = 20_000;

/**
 * M^X/M/c. Upward flow across each cut between n - 1 and n customers equals downward flow, which gives every
 * probability from those below it, by additions alone. Waits are those of customers, not of batches.
 */
export function batchArrivals({ batchRate, atLeast, meanBatch, meanService, servers }: BatchArrivals) {
  const arrivalRate = batchRate * meanBatch;
  const weights = [1];
  let total = 1;
  let queue = 0;
  for (let n = 1; n < mostCustomers; n++) {
    let flow = 0;
    for (let k = 0; k < n; k++) flow += weights[k] * atLeast(n - k);
    weights.push((batchRate * meanService * flow) / Math.min(n, servers));
    total += weights[n];
    queue += Math.max(0, n - servers) * weights[n];
    if (weights[n] * n < 1e-17 * queue && weights[n] < weights[n - 1]) break;
  }
  const probabilities = Float64Array.from(weights, weight => weight / total);
  const meanNumberInSystem = expectation(probabilities, n => n);
  const meanNumberInQueue = expectation(probabilities, n => Math.max(0, n - servers));
  return {
    throughput: arrivalRate,
    utilisation: (arrivalRate * meanService) / servers,
    meanNumberInSystem,
    meanNumberInQueue,
    meanSojourn: meanNumberInSystem / arrivalRate,
    meanWait: meanNumberInQueue / arrivalRate,
    probabilityEmpty: probabilities[0],
  };
}
