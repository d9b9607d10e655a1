import { ParameterError } from '../../../distributions/contract.js';

/** How many customers come in one batch. */
export interface BatchSizes {
  readonly mean: number;
  /** P(size >= n) for n = 1, 2, ... */
  readonly atLeast: readonly number[];
  /** By which it falls with each further n: 0 where the list is complete. */
  readonly ratio: number;
}

/** E X², from P(X >= n) 2 n - 1 times each. */
export function squareOf({ atLeast, ratio }: BatchSizes): number {
  const listed = atLeast.reduce((sum, p, k) => sum + (2 * k + 1) * p, 0);
  const last = atLeast.length;
  const beyond = ((2 * last - 1) * ratio) / (1 - ratio) + (2 * ratio) / (1 - ratio) ** 2;
  return listed + atLeast[last - 1] * beyond;
}

/** A geometric size of 1 or more. */
export function geometricBatch(mean: number): BatchSizes {
  if (!(mean >= 1 && mean <= mostCustomers)) {
    throw new ParameterError('mean batch size', mean, `a number from 1 to ${mostCustomers}`);
  }
  return { mean, atLeast: [1], ratio: 1 - 1 / mean };
}

/** Sizes and how often each comes, which sums to 1. */
export function listedBatch(sizes: readonly (readonly [size: number, share: number])[]): BatchSizes {
  for (const [size] of sizes) {
    if (!(Number.isInteger(size) && size >= 1 && size <= mostCustomers)) {
      throw new ParameterError('batch size', size, `a whole number from 1 to ${mostCustomers}`);
    }
  }
  const total = sizes.reduce((sum, [, share]) => sum + (share >= 0 ? share : Number.NaN), 0);
  if (!(Math.abs(total - 1) < 1e-6)) {
    throw new ParameterError('shares of the batch sizes', total, 'numbers from 0 to 1 that sum to 1');
  }
  const largest = Math.max(...sizes.map(([size]) => size));
  const atLeast = new Float64Array(largest);
  for (const [size, share] of sizes) atLeast[size - 1] += share / total;
  for (let n = largest - 2; n >= 0; n--) atLeast[n] += atLeast[n + 1];
  return { mean: atLeast.reduce((sum, p) => sum + p, 0), atLeast: [...atLeast], ratio: 0 };
}

const mostCustomers = 1000;
