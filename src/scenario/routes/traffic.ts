/**
 * How often each place is visited: the traffic equations v = a + v P of an open network (J. R. Jackson,
 * "Networks of waiting lines", Operations Research 5, 1957), solved by elimination over the entries that are
 * not 0. Everyone must leave in the end, or the equations are singular.
 *
 * @param entering by place: visits that come from outside
 * @param onward by place: where a visitor goes next, with what probability
 */
export function visitsTo(
  entering: ArrayLike<number>,
  onward: (place: number) => Iterable<readonly [to: number, share: number]>,
): Float64Array {
  const size = entering.length;
  const visits = Float64Array.from(entering);
  const rows = Array.from({ length: size }, (_, i) => new Map([[i, 1]]));
  for (let from = 0; from < size; from++)
    for (const [to, share] of onward(from)) rows[to].set(from, (rows[to].get(from) ?? 0) - share);
  // Which later equations hold a place, so that most are never looked at.
  const holding = Array.from({ length: size }, () => new Set<number>());
  for (const [i, row] of rows.entries()) for (const place of row.keys()) holding[place].add(i);
  // No pivoting: each column of I - P' has its largest element on the diagonal, which elimination keeps
  // (G. H. Golub and C. F. Van Loan, "Matrix Computations", on diagonally dominant matrices).
  for (let pivot = 0; pivot < size; pivot++) {
    const diagonal = rows[pivot].get(pivot) as number;
    for (const i of holding[pivot]) {
      if (i <= pivot) continue;
      const factor = (rows[i].get(pivot) as number) / diagonal;
      rows[i].delete(pivot);
      visits[i] -= factor * visits[pivot];
      for (const [place, coefficient] of rows[pivot]) {
        if (place <= pivot) continue;
        rows[i].set(place, (rows[i].get(place) ?? 0) - factor * coefficient);
        holding[place].add(i);
      }
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    for (const [place, coefficient] of rows[i]) if (place > i) visits[i] -= coefficient * visits[place];
    visits[i] /= rows[i].get(i) as number;
  }
  return visits;
}
