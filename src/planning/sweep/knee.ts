/** So far the curve must bend away from its chord, of the height, before it has a knee worth the name. */
const leastBend = 0.1;
const leastPoints = 5;

/**
 * The place of the knee of a convex curve: where, with both axes scaled to 1, it lies farthest below the chord
 * between its ends (V. Satopää, J. Albrecht, D. Irwin, B. Raghavan, "Finding a kneedle in a haystack", ICDCS
 * Workshops 2011, for a curve without noise; not checked). It depends on how far the curve was drawn, so it is a
 * help for the eye and no property of the queue.
 *
 * @param x increasing
 * @returns an index, or undefined for a curve with too few points or hardly a bend
 */
export function kneeOf(x: readonly number[], y: readonly number[]): number | undefined {
  const last = x.length - 1;
  if (x.length < leastPoints || y[0] === y[last]) return undefined;
  const low = Math.min(...y);
  const height = Math.max(...y) - low;
  const below = x.map((at, i) => {
    const along = (at - x[0]) / (x[last] - x[0]);
    return (y[0] + along * (y[last] - y[0]) - y[i]) / height;
  });
  const farthest = Math.max(...below);
  return farthest >= leastBend ? below.indexOf(farthest) : undefined;
}
