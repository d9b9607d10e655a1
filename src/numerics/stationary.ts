import type { Matrix } from './matrix.js';

/**
 * The stationary probabilities of an irreducible Markov chain from its rates (or transition probabilities);
 * the diagonal is not looked at. Elimination without subtraction, so that small probabilities keep all their
 * digits: W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations Research 33 (1985) 1107-1116.
 */
export function stationary({ rows: n, data }: Matrix): Float64Array {
  const rate = data.slice();
  const leaving = new Float64Array(n);
  for (let k = n - 1; k > 0; k--) {
    for (let j = 0; j < k; j++) leaving[k] += rate[k * n + j];
    for (let i = 0; i < k; i++) {
      const share = rate[i * n + k] / leaving[k];
      if (share === 0) continue;
      for (let j = 0; j < k; j++) if (j !== i) rate[i * n + j] += share * rate[k * n + j];
    }
  }
  const probabilities = new Float64Array(n);
  probabilities[0] = 1;
  let total = 1;
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < k; i++) probabilities[k] += probabilities[i] * rate[i * n + k];
    probabilities[k] /= leaving[k];
    total += probabilities[k];
    if (total < 1e200) continue;
    for (let i = 0; i <= k; i++) probabilities[i] /= total;
    total = 1;
  }
  return probabilities.map(p => p / total);
}
