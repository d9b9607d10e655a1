import type { Matrix } from './matrix.js';

/**
 * X of (D - N) X = b, for rates N >= 0 between states (the diagonal is not looked at), D the rates of leaving: the
 * row sums of N and `out` >= 0, the rate out of all states. X tells, for b >= 0, what comes of b until all is left.
 * Elimination without subtraction, after W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations Research 33
 * (1985) 1107-1116: every digit is kept, however seldom the states are left.
 */
export function solveLeaving({ rows: n, data }: Matrix, out: ArrayLike<number>, b: Matrix): Matrix {
  const rate = data.slice();
  const leave = Float64Array.from(out);
  const x = b.data.slice();
  const m = b.columns;
  const total = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let sum = leave[k];
    for (let j = 0; j < k; j++) sum += rate[k * n + j];
    total[k] = sum;
    for (let i = 0; i < k; i++) {
      const share = rate[i * n + k] / sum;
      if (share === 0) continue;
      for (let j = 0; j < k; j++) rate[i * n + j] += share * rate[k * n + j];
      leave[i] += share * leave[k];
      for (let j = 0; j < m; j++) x[i * m + j] += share * x[k * m + j];
    }
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < k; i++) {
      const back = rate[k * n + i];
      if (back === 0) continue;
      for (let j = 0; j < m; j++) x[k * m + j] += back * x[i * m + j];
    }
    for (let j = 0; j < m; j++) x[k * m + j] /= total[k];
  }
  return { ...b, data: x };
}
