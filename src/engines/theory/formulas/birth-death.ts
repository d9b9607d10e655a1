/**
 * Stationary probabilities of states 0 .. n of a birth-death process: p_k is proportional to the product of
 * births[i] / deaths[i] over i < k, where deaths[i] leads from i + 1 to i (Kleinrock 1975, section 3.1; not
 * checked). Built outwards from the likeliest state, so that nothing overflows and no digit is lost.
 */
export function birthDeath(births: ArrayLike<number>, deaths: ArrayLike<number>): Float64Array {
  const weights = new Float64Array(births.length + 1);
  let likeliest = 0;
  let highest = 0;
  for (let k = 0, height = 0; k < births.length; k++) {
    height += Math.log(births[k] / deaths[k]);
    if (height > highest) [likeliest, highest] = [k + 1, height];
  }
  weights[likeliest] = 1;
  for (let k = likeliest; k < births.length; k++) weights[k + 1] = weights[k] * (births[k] / deaths[k]);
  for (let k = likeliest; k > 0; k--) weights[k - 1] = weights[k] * (deaths[k - 1] / births[k - 1]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / total);
}

/** The sum of p_k f(k). */
export const expectation = (probabilities: Float64Array, f: (k: number) => number): number =>
  probabilities.reduce((sum, p, k) => sum + p * f(k), 0);
