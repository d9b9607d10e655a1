import type { Estimate, Sampled } from '../../result/result.js';

const sampled = (estimate: Estimate | undefined): Sampled | undefined =>
  estimate?.kind === 'sampled' ? estimate : undefined;

const between = (of: Sampled, value: number, low: number, high: number): Sampled => ({
  ...of,
  value,
  low,
  high,
  halfWidth: Math.max(high - value, value - low),
});

/** One less the estimate. */
export function complement(estimate: Estimate | undefined): Sampled | undefined {
  const of = sampled(estimate);
  return of && between(of, 1 - of.value, 1 - of.high, 1 - of.low);
}

/** So many times the estimate. */
export function scaled(estimate: Estimate | undefined, factor: number): Sampled | undefined {
  const of = sampled(estimate);
  return of && between(of, factor * of.value, factor * of.low, factor * of.high);
}

/** One estimate less another: wherever the two lie in their intervals, it lies in this one. */
export function difference(from: Estimate | undefined, less: Estimate | undefined): Sampled | undefined {
  const [a, b] = [sampled(from), sampled(less)];
  return a && b && between(a, a.value - b.value, a.low - b.high, a.high - b.low);
}
