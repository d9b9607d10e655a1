/**
 * inf { t >= 0 : cdf(t) >= p } for a distribution function on [0, infinity), to the last bit but one: the
 * bracket is found by doubling from `scale` and halved until its ends are neighbours, so jumps are no trouble.
 */
export function quantileBetween(
  cdf: (t: number) => number,
  p: number,
  scale: number,
  lowest = 0,
  highest = Number.POSITIVE_INFINITY,
): number {
  if (cdf(lowest) >= p) return lowest;
  let low = lowest;
  let high = Math.min(Math.max(scale, lowest * 2), highest);
  while (cdf(high) < p) {
    if (high >= highest || high === Number.POSITIVE_INFINITY) return highest;
    low = high;
    high = Math.min(2 * high, highest);
  }
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low <= high * 2 ** -52) return high;
    if (cdf(middle) >= p) high = middle;
    else low = middle;
  }
}
