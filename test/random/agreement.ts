/** How far a sample lies from a law, for tests with fixed seeds. */

/** sup |F_n - F|, also over the jumps of a discrete law: `below` is P(X < x). */
export function kolmogorovDistance(
  sample: Float64Array,
  cdf: (x: number) => number,
  below: (x: number) => number = cdf,
): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; ) {
    let end = i;
    while (end < n && sorted[end] === sorted[i]) end++;
    distance = Math.max(distance, Math.abs(end / n - cdf(sorted[i])), Math.abs(below(sorted[i]) - i / n));
    i = end;
  }
  return distance;
}

/**
 * The distance that a true law exceeds with probability 1e-4: Kolmogorov's limit law, P(sqrt(n) D > x) ~
 * 2 exp(-2 x^2). For a law with jumps the probability is smaller still.
 */
export const kolmogorovLimit = (n: number): number => Math.sqrt(Math.log(2 / 1e-4) / 2 / n);

/** How many standard errors the mean of the sample lies from `expected`, the spread taken from the sample. */
export function standardErrors(values: Float64Array, expected: number): number {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return (mean - expected) / Math.sqrt(variance / n);
}
