import type { Path } from './path.js';

/** Batches into which one run is cut: enough for the interval, each long enough to be nearly independent. */
export const batchCount = 20;

/** Sums of `values` over runs of consecutive customers. */
export function customerBatches(values: Float64Array): { sums: Float64Array; counts: Float64Array } {
  const sums = new Float64Array(batchCount);
  const counts = new Float64Array(batchCount);
  for (let i = 0; i < values.length; i++) {
    const batch = Math.floor((i * batchCount) / values.length);
    sums[batch] += values[i];
    counts[batch]++;
  }
  return { sums, counts };
}

/** Seconds that fall into each equal part of [0, horizon), summed over the stretches from `begins` to `ends`. */
export function timeBatches(begins: Float64Array, ends: Float64Array, horizon: number): Float64Array {
  const sums = new Float64Array(batchCount);
  const length = horizon / batchCount;
  for (let i = 0; i < begins.length; i++) {
    const end = Math.min(ends[i], horizon);
    for (
      let batch = Math.max(0, Math.floor(begins[i] / length));
      batch < batchCount && batch * length < end;
      batch++
    ) {
      sums[batch] += Math.max(0, Math.min(end, (batch + 1) * length) - Math.max(begins[i], batch * length));
    }
  }
  return sums;
}

/** How many of the moments fall into each equal part of [0, horizon). */
export function momentBatches(moments: Float64Array, horizon: number): Float64Array {
  const counts = new Float64Array(batchCount);
  for (const moment of moments) {
    const batch = Math.floor((moment / horizon) * batchCount);
    if (batch >= 0 && batch < batchCount) counts[batch]++;
  }
  return counts;
}

/** The end of what both a time average and a customer average can be taken over: the last arrival. */
export const horizonOf = (path: Path): number => path.arrival[path.arrival.length - 1];

export const waitsOf = (path: Path): Float64Array =>
  path.serviceStart.map((start, i) => start - path.arrival[i]);
export const sojournsOf = (path: Path): Float64Array =>
  path.finish.map((finish, i) => finish - path.arrival[i]);
export const servicesOf = (path: Path): Float64Array =>
  path.finish.map((finish, i) => finish - path.serviceStart[i]);
