import type { Matrix } from './matrix.js';

/** Far below one rounding error: a slow chain takes so many steps that small ones add up. */
const negligible = 1e-36;

export interface KrylovSpace {
  /** Orthonormal rows that span start, start a, start a², ... */
  readonly basis: Matrix;
  /** What the matrix does within them: basis a = reduced basis. */
  readonly reduced: Matrix;
  /** start = length times the first row. */
  readonly length: number;
}

/**
 * The space of the row vectors start a^j, j = 0, 1, ..., as far as a double can tell them from the others: by
 * W. E. Arnoldi's method (G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th ed., section 10.5), each
 * row made orthogonal twice. It is often far smaller than the matrix.
 */
export function krylovSpace(start: Matrix, a: Matrix): KrylovSpace {
  const size = a.rows;
  const length = Math.hypot(...start.data);
  const rows = [start.data.map(value => value / length)];
  const coefficients: number[][] = [];
  // Whatever comes to a further row has passed through all those before.
  let reach = 1;
  for (let k = 0; k < rows.length; k++) {
    const image = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) image[j] += rows[k][i] * a.data[i * size + j];
    }
    const along = rows.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      rows.forEach((row, r) => {
        let dot = 0;
        for (let j = 0; j < size; j++) dot += image[j] * row[j];
        for (let j = 0; j < size; j++) image[j] -= dot * row[j];
        along[r] += dot;
      });
    }
    const rest = Math.hypot(...image);
    reach *= rest;
    if (reach > negligible && rows.length < size) {
      along.push(rest);
      rows.push(image.map(value => value / rest));
    }
    coefficients.push(along);
  }
  const rank = rows.length;
  const reduced = new Float64Array(rank * rank);
  coefficients.forEach((row, k) => {
    reduced.set(row, k * rank);
  });
  const basis = new Float64Array(rank * size);
  rows.forEach((row, r) => {
    basis.set(row, r * size);
  });
  return {
    basis: { rows: rank, columns: size, data: basis },
    reduced: { rows: rank, columns: rank, data: reduced },
    length,
  };
}
