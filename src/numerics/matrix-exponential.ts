import { exp } from './exp.js';
import { add, identity, type Matrix, matrix, multiply, scale } from './matrix.js';

/**
 * e^(T t) for a matrix whose entries off the diagonal are not negative (the rates of a Markov chain), t >= 0:
 * uniformisation over a short step, then squaring. Every number that is added is positive, so nothing cancels
 * (C. Moler and C. Van Loan, "Nineteen dubious ways to compute the exponential of a matrix, twenty-five years
 * later", SIAM Review 45(1), 2003, methods 1 and 3). The relative error grows as 1e-16 n t max|T_ii|.
 */
export function matrixExponential(rates: Matrix, t: number): Matrix {
  const n = rates.rows;
  const unit = identity(n);
  let fastest = 0;
  for (let i = 0; i < n; i++) fastest = Math.max(fastest, -rates.data[i * n + i]);
  let squarings = 0;
  let step = fastest * t;
  for (; step > 1; squarings++) step /= 2;
  if (!(step > 0)) return unit;
  const jump = matrix(n, n, (i, j) => unit.data[i * n + j] + rates.data[i * n + j] / fastest);
  // Horner's scheme for the sum of step^k jump^k / k!, to below 1e-17 at step = 1.
  let sum = unit;
  for (let k = 19; k >= 1; k--) sum = add(unit, multiply(jump, sum), step / k);
  let result = scale(sum, exp(-step));
  for (; squarings > 0; squarings--) result = multiply(result, result);
  return result;
}
