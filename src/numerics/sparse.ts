import type { Matrix } from './matrix.js';

/** The entries of a matrix that are not 0, row after row. */
export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  /** Where each row starts, and where the last one ends. */
  readonly first: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

export function sparse({ rows, columns, data }: Matrix): Sparse {
  const count = data.reduce((sum, value) => sum + Number(value !== 0), 0);
  const [first, column, value] = [new Int32Array(rows + 1), new Int32Array(count), new Float64Array(count)];
  let n = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (data[i * columns + j] === 0) continue;
      column[n] = j;
      value[n++] = data[i * columns + j];
    }
    first[i + 1] = n;
  }
  return { rows, columns, first, column, value };
}

/** a b for a dense a and a sparse b: as many multiplications as a has rows times b has entries. */
export function timesSparse(a: Matrix, b: Sparse): Matrix {
  const { first, column, value, columns } = b;
  const [left, data] = [a.data, new Float64Array(a.rows * columns)];
  for (let i = 0; i < a.rows; i++) {
    const to = i * columns;
    for (let k = 0; k < b.rows; k++) {
      const factor = left[i * b.rows + k];
      for (let n = first[k]; n < first[k + 1]; n++) data[to + column[n]] += factor * value[n];
    }
  }
  return { rows: a.rows, columns, data };
}
