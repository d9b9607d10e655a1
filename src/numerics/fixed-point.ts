/**
 * Whole-number arithmetic on multiples of 2^-120. BigInt is exact on every host, so the tables that log and
 * exp are made of come out the same everywhere.
 */
const fractionBits = 120n;

export const one = 1n << fractionBits;

export const times = (a: bigint, b: bigint): bigint => (a * b) >> fractionBits;

/** The nearest double and the double nearest to what it leaves out. */
export function parts(value: bigint): readonly [high: number, low: number] {
  const high = Number(value);
  return [high * 2 ** -120, Number(value - BigInt(high)) * 2 ** -120];
}

/** ln((n + 1) / n) = 2 artanh(1 / (2n + 1)), by its power series; n a positive whole number. */
export function logOfNextRatio(n: number): bigint {
  const divisor = BigInt(2 * n + 1);
  let power = (2n * one) / divisor;
  let sum = 0n;
  for (let k = 1n; power > 0n; k += 2n) {
    sum += power / k;
    power /= divisor * divisor;
  }
  return sum;
}

/** e^x by its power series, for 0 <= x < 1. */
export function expOf(x: bigint): bigint {
  let term = one;
  let sum = 0n;
  for (let k = 1n; term > 0n; k += 1n) {
    sum += term;
    term = times(term, x) / k;
  }
  return sum;
}
