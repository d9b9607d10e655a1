/** A dense real matrix, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

export function matrix(
  rows: number,
  columns: number,
  at: (i: number, j: number) => number = () => 0,
): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data[i * columns + j] = at(i, j);
  return { rows, columns, data };
}

export const fromRows = (rows: readonly (readonly number[])[]): Matrix =>
  matrix(rows.length, rows[0].length, (i, j) => rows[i][j]);

export const rowVector = (values: ArrayLike<number>): Matrix => matrix(1, values.length, (_, j) => values[j]);

export const identity = (size: number): Matrix => matrix(size, size, (i, j) => (i === j ? 1 : 0));

export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`${a.columns} columns times ${b.rows} rows`);
  const { rows, columns: inner } = a;
  const { columns } = b;
  const [left, right, data] = [a.data, b.data, new Float64Array(rows * columns)];
  // Four rows of the right at a time: a sum is read and written once for all of them.
  const whole = inner - (inner % 4);
  for (let i = 0; i < rows; i++) {
    const to = i * columns;
    for (let k = 0; k < whole; k += 4) {
      const [at, from] = [i * inner + k, k * columns];
      const [a, b, c, d] = [left[at], left[at + 1], left[at + 2], left[at + 3]];
      if (a === 0 && b === 0 && c === 0 && d === 0) continue;
      const [second, third, fourth] = [from + columns, from + 2 * columns, from + 3 * columns];
      for (let j = 0; j < columns; j++) {
        data[to + j] +=
          a * right[from + j] + b * right[second + j] + c * right[third + j] + d * right[fourth + j];
      }
    }
    for (let k = whole; k < inner; k++) {
      const factor = left[i * inner + k];
      if (factor === 0) continue;
      for (let j = 0; j < columns; j++) data[to + j] += factor * right[k * columns + j];
    }
  }
  return { rows, columns, data };
}

/** a + factor b. */
export function add(a: Matrix, b: Matrix, factor = 1): Matrix {
  if (a.rows !== b.rows || a.columns !== b.columns) throw new RangeError('sizes differ');
  return { ...a, data: a.data.map((value, i) => value + factor * b.data[i]) };
}

export const scale = (a: Matrix, factor: number): Matrix => ({
  ...a,
  data: a.data.map(value => value * factor),
});

/** The Kronecker product. */
export const kronecker = (a: Matrix, b: Matrix): Matrix =>
  matrix(
    a.rows * b.rows,
    a.columns * b.columns,
    (i, j) =>
      a.data[Math.floor(i / b.rows) * a.columns + Math.floor(j / b.columns)] *
      b.data[(i % b.rows) * b.columns + (j % b.columns)],
  );

export const rowSums = ({ rows, columns, data }: Matrix): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => sumOf(data.subarray(i * columns, (i + 1) * columns)));

export const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * X of a X = b, by Gaussian elimination with partial pivoting.
 * @throws RangeError when a is singular.
 */
export function solve(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  const left = a.data.slice();
  const x: Matrix = { ...b, data: b.data.slice() };
  const swap = (data: Float64Array, width: number, i: number, k: number): void => {
    for (let j = 0; j < width; j++) {
      [data[i * width + j], data[k * width + j]] = [data[k * width + j], data[i * width + j]];
    }
  };
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(left[i * n + column]) > Math.abs(left[pivot * n + column])) pivot = i;
    }
    if (left[pivot * n + column] === 0) throw new RangeError('the matrix is singular');
    if (pivot !== column) {
      swap(left, n, pivot, column);
      swap(x.data, x.columns, pivot, column);
    }
    for (let i = 0; i < n; i++) {
      const factor = left[i * n + column] / left[column * n + column];
      if (i === column || factor === 0) continue;
      for (let j = column; j < n; j++) left[i * n + j] -= factor * left[column * n + j];
      for (let j = 0; j < x.columns; j++)
        x.data[i * x.columns + j] -= factor * x.data[column * x.columns + j];
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < x.columns; j++) x.data[i * x.columns + j] /= left[i * n + i];
  }
  return x;
}

export const transpose = (a: Matrix): Matrix =>
  matrix(a.columns, a.rows, (i, j) => a.data[j * a.columns + i]);

/** X of X a = b. */
export const solveFromRight = (b: Matrix, a: Matrix): Matrix => transpose(solve(transpose(a), transpose(b)));
