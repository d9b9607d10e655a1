import { logOfNextRatio, one, parts } from './fixed-point.js';
import { powersOfTwo } from './power-of-two.js';

/*
 * x = 2^k c (1 + r) with c = 1 + j/128 the grid point next to the significand, so |r| <= 1/256 and
 * ln x = k ln 2 + ln c + ln(1 + r). Grid points above the square root of 2 count down from 2, so that
 * nothing cancels next to x = 1. The method is that of P. T. P. Tang, "Table-driven implementation of the
 * logarithm function in IEEE floating-point arithmetic", ACM TOMS 16(4), 1990.
 */
const steps = 128;
const firstFromTwo = 53;

/** High parts are multiples of 2^-42, so that k ln2High + logHigh[j] is exact for every exponent k. */
const grid = 2 ** 42;

const split = (value: bigint): readonly [high: number, low: number] => {
  const high = Math.round(parts(value)[0] * grid) / grid;
  return [high, parts(value - BigInt(high * grid) * (one / BigInt(grid)))[0]];
};

/** ln(1 + j/128) for j = 0 to 128. */
const logs = [0n];
for (let j = 0; j < steps; j++) logs.push(logs[j] + logOfNextRatio(steps + j));
const ln2 = logs[steps];
const [ln2High, ln2Low] = split(ln2);
const columns = logs.map((value, j) => split(j < firstFromTwo ? value : value - ln2));
const logHigh = Float64Array.from(columns, column => column[0]);
const logLow = Float64Array.from(columns, column => column[1]);
const reciprocal = Float64Array.from(columns, (_, j) => steps / (steps + j));
const powers = powersOfTwo();

const number = new Float64Array([1]);
const words = new Int32Array(number.buffer);
/** Index of the word with sign and exponent: hosts differ in the order of bytes. */
const top = words[1] === 0 ? 0 : 1;

/**
 * The natural logarithm, at most 0.61 units in the last place off (1.2 for a subnormal argument). Made of
 * additions and multiplications alone, so that every host gives the same bits, as `Math.log` does not.
 */
export function log(x: number): number {
  if (!(x >= 2 ** -1022 && x < 2 ** 1023)) return logOutside(x);
  number[0] = x;
  const high = words[top];
  const j = ((high & 0xfffff) + 0x1000) >> 13;
  const exponent = (high >> 20) - 1023;
  const k = exponent + ((j + (steps - firstFromTwo)) >> 7);
  const r = (x * powers[1022 - exponent] - (1 + j / steps)) * reciprocal[j];
  const head = k * ln2High + logHigh[j];
  const sum = head + r;
  const rest = head - sum + r + (k * ln2Low + logLow[j]);
  return (
    sum + (rest + r * r * (-1 / 2 + r * (1 / 3 + r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7)))))))
  );
}

function logOutside(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x > 0 && x < 1) return log(x * 2 ** 60) - 60 * ln2High - 60 * ln2Low;
  // The reciprocal of the largest power of two is no normal number: the table has no place for it.
  if (x >= 2 ** 1023 && x < Number.POSITIVE_INFINITY) return log(x * 2 ** -60) + 60 * ln2Low + 60 * ln2High;
  return x === Number.POSITIVE_INFINITY ? x : Number.NaN;
}
