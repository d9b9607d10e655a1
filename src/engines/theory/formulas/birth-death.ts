/**
 * Stationary probabilities of states 0 .. `last` of a birth-death process: p_k is proportional to the product of
 * births(i) / deaths(i) over i < k, where births(i) leads from i to i + 1 and deaths(i) back (Kleinrock 1975, section
 * 3.1; not checked). Built outwards from the likeliest state, so that nothing overflows and no digit is lost.
 */
export function birthDeath(
  last: number,
  births: (i: number) => number,
  deaths: (i: number) => number,
): Float64Array {
  const ratios = new Float64Array(last);
  for (let k = 0; k < last; k++) ratios[k] = births(k) / deaths(k);
  const likeliest = likeliestOf(ratios);
  const weights = new Float64Array(last + 1);
  weights[likeliest] = 1;
  let total = 1;
  for (let k = likeliest; k < last; k++) {
    weights[k + 1] = weights[k] * ratios[k];
    total += weights[k + 1];
  }
  for (let k = likeliest; k > 0; k--) {
    weights[k - 1] = weights[k] / ratios[k - 1];
    total += weights[k - 1];
  }
  for (let k = 0; k <= last; k++) weights[k] /= total;
  return weights;
}

/** Where the product of the ratios is largest; it is counted from its last peak on, and so cannot overflow. */
function likeliestOf(ratios: Float64Array): number {
  let [likeliest, sinceThen] = [0, 1];
  for (let k = 0; k < ratios.length; k++) {
    sinceThen *= ratios[k];
    if (sinceThen > 1) [likeliest, sinceThen] = [k + 1, 1];
  }
  return likeliest;
}

/** The sum of p_k f(k). */
export function expectation(probabilities: Float64Array, f: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < probabilities.length; k++) sum += probabilities[k] * f(k);
  return sum;
}
