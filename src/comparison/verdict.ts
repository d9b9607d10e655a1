export type Verdict = 'agrees' | 'differs' | 'inconclusive';

/** A relative difference with its interval. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * An equivalence test (two one-sided tests, Schuirmann 1987): two answers agree when the whole interval of
 * their difference lies within the margin, differ when it lies wholly outside, and otherwise the data do not
 * say.
 */
export function verdictOf(difference: Difference, margin: number): Verdict {
  if (difference.low >= -margin && difference.high <= margin) return 'agrees';
  if (difference.low > margin || difference.high < -margin) return 'differs';
  return 'inconclusive';
}
