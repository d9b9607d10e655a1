import { describe, expect, it } from 'vitest';
import { atan } from '../../src/numerics/atan.js';
import { cbrt } from '../../src/numerics/cbrt.js';
import { exp } from '../../src/numerics/exp.js';
import { betaI } from '../../src/numerics/incomplete-beta.js';
import { gammaP, gammaQ } from '../../src/numerics/incomplete-gamma.js';
import { log } from '../../src/numerics/log.js';
import { logGamma } from '../../src/numerics/log-gamma.js';
import { expm1, log1p, minusLog1p } from '../../src/numerics/near-zero.js';
import { normalCdf } from '../../src/numerics/normal-law.js';
import { pow } from '../../src/numerics/pow.js';
import references from './references.json' with { type: 'json' };

/*
 * The rows of references.json are arguments, the double nearest to the value, and what it leaves out, from
 * mpmath with 60 digits: the error of a result is known to a small part of its last place.
 */
const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** The distance of the double to the next one away from zero. */
function lastPlace(x: number): number {
  number[0] = Math.abs(x);
  bits[0] += 1n;
  return number[0] - Math.abs(x);
}

interface Checked {
  readonly name: keyof typeof references;
  readonly of: (...args: number[]) => number;
  /** The error allowed at a value and its arguments, as the docstring says. */
  readonly allowed: (value: number, ...args: number[]) => number;
}

const places =
  (count: number, subnormal = count): Checked['allowed'] =>
  (value, x) =>
    (Math.min(Math.abs(x), Math.abs(value)) < 2 ** -1022 ? subnormal : count) * lastPlace(value);

const relative =
  (tolerance: number): Checked['allowed'] =>
  value =>
    tolerance * Math.abs(value);

const checked: readonly Checked[] = [
  { name: 'log', of: log, allowed: places(0.61, 1.2) },
  { name: 'exp', of: exp, allowed: places(0.51, 1) },
  { name: 'cbrt', of: cbrt, allowed: places(0.7, 1) },
  { name: 'atan', of: atan, allowed: places(4) },
  { name: 'expm1', of: expm1, allowed: places(3) },
  { name: 'log1p', of: log1p, allowed: places(3) },
  { name: 'minusLog1p', of: minusLog1p, allowed: relative(2e-15) },
  { name: 'pow', of: pow, allowed: (value, x, y) => (3 + Math.abs(y * Math.log(x))) * 2e-16 * value },
  { name: 'logGamma', of: logGamma, allowed: value => 1e-14 * Math.max(1, Math.abs(value)) },
  { name: 'gammaP', of: gammaP, allowed: relative(2e-13) },
  { name: 'gammaQ', of: gammaQ, allowed: (value, a, x) => (x > a + 1 ? 2e-13 * value : 5e-14) },
  { name: 'betaI', of: betaI, allowed: (value, a, b) => 1e-13 * (1 + (a + b) / 10) * value },
  { name: 'normalCdf', of: normalCdf, allowed: relative(2e-13) },
];

it.each(checked)('$name is as near to its exact values as it says', ({ name, of, allowed }) => {
  const rows: readonly (readonly number[])[] = references[name];
  expect(rows.length).toBeGreaterThanOrEqual(40);
  const off = rows.filter(row => {
    const [args, value, rest] = [row.slice(0, -2), row[row.length - 2], row[row.length - 1]];
    return !(Math.abs(of(...args) - value - rest) <= allowed(value, ...args));
  });
  expect(off).toEqual([]);
});

describe('outside the ordinary', () => {
  it('gives logarithm and power their limits', () => {
    expect([log(0), log(-1), log(Number.POSITIVE_INFINITY), log(Number.NaN)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
    expect([exp(800), exp(-800), exp(Number.NEGATIVE_INFINITY)]).toEqual([Number.POSITIVE_INFINITY, 0, 0]);
    expect([pow(0, 2), pow(0, -1), pow(0, 0), pow(5, 0), pow(1, 1e9)]).toEqual([
      0,
      Number.POSITIVE_INFINITY,
      1,
      1,
      1,
    ]);
  });

  it('gives the incomplete functions their ends', () => {
    expect([gammaP(2, 0), gammaQ(2, 0), gammaP(2, 1e9), gammaQ(2, 1e9)]).toEqual([0, 1, 1, 0]);
    expect([gammaP(2, Number.POSITIVE_INFINITY), gammaQ(2, -1)]).toEqual([1, 1]);
    expect([betaI(2, 3, 0), betaI(2, 3, 1), betaI(2, 3, -1), betaI(2, 3, 2)]).toEqual([0, 1, 0, 1]);
    expect([normalCdf(-50), normalCdf(0), normalCdf(50)]).toEqual([0, 0.5, 1]);
  });
});
