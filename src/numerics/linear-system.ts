/**
 * The x with A x = b, by Gaussian elimination with partial pivoting (N. J. Higham, "Accuracy and Stability of
 * Numerical Algorithms", 2nd ed., algorithm 9.2). A is square, given by rows; neither argument is changed.
 * @throws RangeError when A is singular.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    }
    if (rows[pivot][column] === 0) throw new RangeError('the matrix is singular');
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let i = column + 1; i < n; i++) {
      const factor = rows[i][column] / rows[column][column];
      for (let j = column; j <= n; j++) rows[i][j] -= factor * rows[column][j];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i][n];
    for (let j = i + 1; j < n; j++) sum -= rows[i][j] * x[j];
    x[i] = sum / rows[i][i];
  }
  return x;
}

export const transpose = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map(row => row[i]));
