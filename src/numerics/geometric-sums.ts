/** Sums over i = 0 .. terms - 1 of ratio^i, i ratio^i and i^2 ratio^i. */
export interface GeometricSums {
  readonly ofPowers: number;
  readonly ofIndex: number;
  readonly ofIndexSquared: number;
}

/**
 * The sums for 0 <= ratio <= 1 and a whole number of terms, by doubling: only positive numbers are added, so
 * that nothing cancels next to ratio = 1, where the closed forms do.
 */
export function geometricSums(ratio: number, terms: number): GeometricSums {
  let power = 1;
  let [s0, s1, s2] = [0, 0, 0];
  let count = 0;
  for (const bit of terms.toString(2)) {
    s2 += power * (s2 + 2 * count * s1 + count * count * s0);
    s1 += power * (s1 + count * s0);
    s0 += power * s0;
    count *= 2;
    power *= power;
    if (bit === '1') {
      s0 += power;
      s1 += count * power;
      s2 += count * count * power;
      count += 1;
      power *= ratio;
    }
  }
  return { ofPowers: s0, ofIndex: s1, ofIndexSquared: s2 };
}
