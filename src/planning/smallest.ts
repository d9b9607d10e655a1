/** Where to look for a number. */
export interface Span {
  readonly least: number;
  readonly most: number;
  /** A good guess. */
  readonly first: number;
}

/**
 * The smallest whole number in the span that will do, where every larger one does too; undefined when none
 * does. From the guess in doubling steps until the number is bracketed, then by halving.
 */
export async function smallest(
  willDo: (candidate: number) => Promise<boolean>,
  { least, most, first }: Span,
): Promise<number | undefined> {
  let low = least - 1;
  let high = Math.min(most, Math.max(least, first));
  if (await willDo(high)) {
    for (let step = 1; high - step > low; step *= 2) {
      if (await willDo(high - step)) high -= step;
      else low = high - step;
    }
  } else {
    for (let step = 1; ; step *= 2) {
      if (high === most) return undefined;
      low = high;
      high = Math.min(most, high + step);
      if (await willDo(high)) break;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await willDo(middle)) high = middle;
    else low = middle;
  }
  return high;
}
