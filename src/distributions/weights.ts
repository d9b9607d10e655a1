import { ParameterError } from './contract.js';

/**
 * Probabilities that sum to 1 exactly enough to be those meant, scaled to sum to 1 as nearly as doubles can.
 * @throws ParameterError when their sum is off by more than 1e-6, or `count` is not their number.
 */
export function probabilities(name: string, values: readonly number[], count: number): readonly number[] {
  if (values.length !== count)
    throw new ParameterError(name, values, `${count} of them, one for each branch`);
  const sum = values.reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) > 1e-6) throw new ParameterError(name, values, `a sum of 1, not ${sum}`);
  return values.map(value => value / sum);
}

/** The running sums of weights, each as a fraction of them all: the last is exactly 1. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i];
  return sums.map(part => part / sum);
}

/** The branch that a uniform number on [0, 1) falls into: the first whose running sum exceeds it. */
export function branchAt(sums: Float64Array, u: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < sums[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first branch whose running sum is at least p, for 0 < p <= 1. */
export function firstAtLeast(sums: Float64Array, p: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}
