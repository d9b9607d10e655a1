import { entrance, exit } from './place.js';
import type { Routes } from './type.js';

/**
 * How often a customer is expected to visit each station: the traffic equations v = a + v P of an open
 * network (J. R. Jackson, "Networks of waiting lines", Operations Research 5, 1957), solved by elimination.
 * Rows must lead out of the network in the end, or the equations are singular.
 */
export function visitsOf(routes: Routes, stations: readonly string[]): Float64Array {
  const size = stations.length;
  const index = new Map(stations.map((name, i) => [name, i]));
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const [i, row] of rows.entries()) row[i] = 1;
  for (const [from, row] of Object.entries(routes)) {
    for (const [to, share] of Object.entries(row)) {
      if (to === exit) continue;
      const equation = rows[index.get(to) as number];
      if (from === entrance) equation[size] += share;
      else equation[index.get(from) as number] -= share;
    }
  }
  return solved(rows, size);
}

/**
 * No pivoting: each column of I - P' has its largest element on the diagonal, which elimination keeps
 * (G. H. Golub and C. F. Van Loan, "Matrix Computations", on diagonally dominant matrices).
 */
function solved(rows: readonly Float64Array[], size: number): Float64Array {
  for (let pivot = 0; pivot < size; pivot++) {
    for (let i = pivot + 1; i < size; i++) {
      const factor = rows[i][pivot] / rows[pivot][pivot];
      if (factor === 0) continue;
      for (let j = pivot; j <= size; j++) rows[i][j] -= factor * rows[pivot][j];
    }
  }
  const solution = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let rest = rows[i][size];
    for (let j = i + 1; j < size; j++) rest -= rows[i][j] * solution[j];
    solution[i] = rest / rows[i][i];
  }
  return solution;
}
