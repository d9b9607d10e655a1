/**
 * The k-th value of a positive sequence that a Markov chain gives one after the other and that ends up
 * geometric. Values are made as they are asked for and kept; once the mean ratio over the last half of them
 * is the one over the half before, to 1e-15, the rest is extrapolated.
 */
export function geometricFromHere(next: () => number): (k: number) => number {
  const values: number[] = [];
  let ratio: number | undefined;
  return k => {
    while (values.length <= k && ratio === undefined) {
      const n = values.push(next());
      if (n >= fewest && (n & (n - 1)) === 0) ratio = settledRatio(values);
    }
    if (k < values.length) return values[k];
    return values[values.length - 1] * (ratio ?? 0) ** (k - values.length + 1);
  };
}

const fewest = 1024;

function settledRatio(values: readonly number[]): number | undefined {
  const last = values.length - 1;
  const meanRatio = (from: number, to: number): number =>
    values[from] > 0 ? (values[to] / values[from]) ** (1 / (to - from)) : 0;
  const late = meanRatio(last - Math.floor(last / 4), last);
  const early = meanRatio(last - Math.floor(last / 2), last - Math.floor(last / 4));
  return Math.abs(late - early) <= 1e-15 ? late : undefined;
}
