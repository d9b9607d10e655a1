/**
 * The Mann–Kendall statistic of a series: how many standard deviations more pairs rise than fall, 0 on average
 * for values in no order. Values of a queue one after the other depend on each other: give it means over stretches
 * that are long beside that, and ask for more than the usual two.
 *
 * Source: H. B. Mann, Nonparametric tests against trend, Econometrica 13 (1945) 245-259, unchecked.
 *
 * @param values at least three
 */
export function trend(values: readonly number[]): number {
  const n = values.length;
  let score = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) score += Math.sign(values[j] - values[i]);
  const variance = (n * (n - 1) * (2 * n + 5)) / 18;
  // The score moves in steps of two: its sum is taken a step nearer to none.
  return (score - Math.sign(score)) / Math.sqrt(variance);
}
