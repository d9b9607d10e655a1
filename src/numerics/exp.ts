import { expOf, logOfNextRatio, one, parts, times } from './fixed-point.js';
import { powersOfTwo } from './power-of-two.js';

/*
 * x = (k / 128) ln 2 + r with |r| <= ln 2 / 256, so e^x = 2^(k div 128) 2^((k mod 128) / 128) e^r. The method
 * is that of P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point
 * arithmetic", ACM TOMS 15(2), 1989.
 */
const steps = 128;

let ln2 = 0n;
for (let n = steps; n < 2 * steps; n++) ln2 += logOfNextRatio(n);
const step = ln2 / BigInt(steps);
const stepsPerUnit = 1 / parts(step)[0];
/** A multiple of 2^-40, so that its product with k is exact. */
const stepHigh = Math.round(parts(step)[0] * 2 ** 40) * 2 ** -40;
const stepLow = parts(step - BigInt(stepHigh * 2 ** 40) * (one >> 40n))[0];

const ratio = expOf(step);
const roots = [one];
for (let j = 1; j < steps; j++) roots.push(times(roots[j - 1], ratio));
const root = Float64Array.from(roots, value => parts(value)[0]);
/** What `root` leaves out, relative to it. */
const rootRest = Float64Array.from(roots, value => parts(value)[1] / parts(value)[0]);
const powers = powersOfTwo();

/** Adding and taking away 1.5 * 2^52 rounds to a whole number. */
const rounder = 1.5 * 2 ** 52;

/**
 * e^x, at most 0.51 units in the last place off where the result is a normal number. Made of additions and
 * multiplications alone, so that every host gives the same bits, as `Math.exp` does not.
 */
export function exp(x: number): number {
  if (x > -708 && x < 709) return scaled(x, 0);
  if (x >= 710) return Number.POSITIVE_INFINITY;
  if (x <= -746) return 0;
  // The ends of the range, in two steps: the first keeps inside the powers of two, the second rounds.
  return x > 0 ? scaled(x, -512) * 2 ** 512 : scaled(x, 512) * 2 ** -512;
}

/** 2^shift e^x. */
function scaled(x: number, shift: number): number {
  const whole = x * stepsPerUnit + rounder - rounder;
  const k = whole | 0;
  const j = k & (steps - 1);
  const r = x - whole * stepHigh - whole * stepLow;
  const growth = rootRest[j] + r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  return (root[j] + root[j] * growth) * powers[(k >> 7) + shift + 1022];
}
