import { exp } from './exp.js';

type Matrix = readonly (readonly number[])[];

/**
 * e^(T t) for a matrix whose entries off the diagonal are not negative (the rates of a Markov chain), t >= 0:
 * uniformisation over a short step, then squaring. Every number that is added is positive, so nothing cancels
 * (C. Moler and C. Van Loan, "Nineteen dubious ways to compute the exponential of a matrix, twenty-five years
 * later", SIAM Review 45(1), 2003, methods 1 and 3). The relative error grows as n 1e-16 t max|T_ii|.
 */
export function exponentialOf(rates: Matrix, t: number): Matrix {
  const fastest = rates.reduce((most, row, i) => Math.max(most, -row[i]), 0);
  let squarings = 0;
  let step = fastest * t;
  for (; step > 1; squarings++) step /= 2;
  const jump = rates.map((row, i) => row.map((rate, j) => (i === j ? 1 : 0) + rate / fastest));
  const identity = rates.map((_, i) => rates.map((_, j) => (i === j ? 1 : 0)));
  if (!(step > 0)) return identity;
  // Horner's scheme for the sum of step^k jump^k / k!, to below 1e-17 at step = 1.
  let sum: Matrix = identity;
  for (let k = 19; k >= 1; k--) {
    const scaled = product(jump, sum);
    sum = identity.map((row, i) => row.map((one, j) => one + (scaled[i][j] * step) / k));
  }
  const decay = exp(-step);
  let result: Matrix = sum.map(row => row.map(value => value * decay));
  for (; squarings > 0; squarings--) result = product(result, result);
  return result;
}

function product(a: Matrix, b: Matrix): number[][] {
  return a.map(row => b.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
}
