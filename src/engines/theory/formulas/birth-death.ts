/**
 * Stationary probabilities of states 0 .. n of a birth-death process: p_k is proportional to the product of
 * births[i] / deaths[i] over i < k, where deaths[i] leads from i + 1 to i (L. Kleinrock, "Queueing Systems"
 * vol. 1, 1975, section 3.1; not checked). Built up from rescaled products, so that nothing overflows.
 */
export function birthDeath(births: readonly number[], deaths: readonly number[]): Float64Array {
  const weights = new Float64Array(births.length + 1);
  weights[0] = 1;
  for (let k = 0; k < births.length; k++) {
    weights[k + 1] = weights[k] * (births[k] / deaths[k]);
    if (weights[k + 1] > 1e250) for (let i = 0; i <= k + 1; i++) weights[i] *= 1e-250;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / total);
}

/** The sum of p_k f(k). */
export const expectation = (probabilities: Float64Array, f: (k: number) => number): number =>
  probabilities.reduce((sum, p, k) => sum + p * f(k), 0);
