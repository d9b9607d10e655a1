/** The straight line of least squares through values at 0, 1, 2 ... */
export interface Slope {
  /** Change from one value to the next. */
  readonly slope: number;
  /** With n - 2 degrees of freedom, and larger where neighbours resemble each other. */
  readonly standardError: number;
}

/**
 * The trend of means over stretches of a run. What is left over may be correlated from one stretch to the next: the variance is
 * stretched by its correlation at lag 1, as that of `ratioInterval` is, cut at 0; that a fitted line makes it look smaller by about
 * (2 + 4 r) / n is put right. Tested at one in a thousand, 20 values with no trend that resemble their neighbours by 0.3 fail four
 * times in a thousand, by 0.6 twice in a hundred (test/engines/live/false-alarms.test.ts).
 *
 * @param values at least five
 */
export function slopeOf(values: readonly number[]): Slope {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = (n * (n * n - 1)) / 12;
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread;
  const left = values.map((value, i) => value - mean - slope * (i - middle));
  const squares = left.reduce((sum, value) => sum + value * value, 0);
  const products = left.slice(1).reduce((sum, value, i) => sum + value * left[i], 0);
  const seen = squares > 0 ? products / squares : 0;
  const lagOne = Math.min(0.9, Math.max(0, (seen + 2 / n) / (1 - 4 / n)));
  return {
    slope,
    standardError: Math.sqrt((squares / (n - 2) / spread) * ((1 + lagOne) / (1 - lagOne))),
  };
}
