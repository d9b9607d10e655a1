/** inf { t : share of values at or below t >= p }. */
export function percentile(values: Float64Array, p: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
}
