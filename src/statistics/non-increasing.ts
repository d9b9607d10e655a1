/** A value that holds from `from` on, until the next step. */
export interface Step {
  readonly from: number;
  readonly value: number;
}

/**
 * The function that never rises and is nearest to the points, by least squares; of outcomes that are 0 or 1 it is the most
 * likely chance of a 1: neighbours that rise are pooled until none does.
 *
 * Source: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid and E. Silverman, An empirical distribution function for sampling
 * with incomplete information, Annals of Mathematical Statistics 26 (1955) 641-647, unchecked.
 *
 * @returns in order of `from`, each lower than the one before
 */
export function nonIncreasing(points: readonly { readonly at: number; readonly value: number }[]): Step[] {
  const pools: { from: number; sum: number; count: number }[] = [];
  // At one place the lowest first: so all of them are pooled.
  for (const { at, value } of [...points].sort((a, b) => a.at - b.at || a.value - b.value)) {
    let pool = { from: at, sum: value, count: 1 };
    for (let last = pools.at(-1); last; last = pools.at(-1)) {
      if (pool.sum * last.count < last.sum * pool.count) break;
      pool = { from: last.from, sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.map(({ from, sum, count }) => ({ from, value: sum / count }));
}
