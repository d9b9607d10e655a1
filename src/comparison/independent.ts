/** An estimate with its interval, which need not be symmetric. */
interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The second less the first, of two independent estimates with intervals of the same level: the distances to
 * the limits add up as squares (Zou and Donner, "Construction of confidence limits about effect measures",
 * Statistics in Medicine 27, 2008, eq. 3; unchecked). For symmetric intervals this is the usual one.
 */
export function independentDifference(first: Bounded, second: Bounded): Bounded {
  const value = second.value - first.value;
  return {
    value,
    low: value - Math.hypot(second.value - second.low, first.high - first.value),
    high: value + Math.hypot(second.high - second.value, first.value - first.low),
  };
}
