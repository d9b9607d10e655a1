/**
 * 2^k for -1022 <= k <= 1023, at index k + 1022: by halving and doubling, which are exact. Each user keeps a
 * table of its own, as V8 folds a module's own constants but looks up imported ones at every use.
 */
export function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2046);
  powers[1022] = 1;
  for (let i = 1022; i > 0; i--) powers[i - 1] = powers[i] / 2;
  for (let i = 1022; i < 2045; i++) powers[i + 1] = powers[i] * 2;
  return powers;
}
