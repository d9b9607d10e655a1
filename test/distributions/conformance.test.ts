import { describe, expect, it } from 'vitest';
import type { Family, Phases } from '../../src/distributions/index.js';
import { distributionOf, families } from '../../src/distributions/index.js';
import { phaseTypeOf } from '../../src/distributions/phase-type-law.js';
import { integral } from '../../src/numerics/quadrature.js';
import { streamFor } from '../../src/random/index.js';
import { kolmogorovDistance, kolmogorovLimit, standardErrors } from '../random/agreement.js';
import { examples, specs } from './examples.js';

const all: readonly Family[] = Object.values(families);
const named = specs.map(spec => [JSON.stringify(spec), distributionOf(spec)] as const);
const levels = [1e-9, 1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6];
const size = 40_000;

/** P(X < t): the cdf just below t. */
const below =
  (cdf: (t: number) => number) =>
  (t: number): number =>
    cdf(t - Math.abs(t) * 1e-13);

describe.each(all)('$name', family => {
  it('is in the registry by its own name', () => {
    expect(families[family.name as keyof typeof families]).toBe(family);
  });

  it('describes every parameter in a sentence, and uses each in a form', () => {
    expect(family.about).toMatch(/^[A-Z].*\.$/);
    for (const { about } of Object.values(family.parameters)) expect(about).toMatch(/^[A-Z].*[^.]\.$/);
    expect([...new Set(family.forms.flat())].sort()).toEqual(Object.keys(family.parameters).sort());
  });

  it('has forms that differ as sets, and an example for each', () => {
    const sets = family.forms.map(form => [...form].sort().join());
    expect(new Set(sets).size).toBe(sets.length);
    const shown = examples[family.name as keyof typeof families].map(e => Object.keys(e).sort().join());
    expect(new Set(shown)).toEqual(new Set(sets));
  });
});

describe.each(named)('%s', (name, law) => {
  const sample = new Float64Array(size);
  law.fill(sample, streamFor(20_260_101, name));

  it('draws times that are finite and not negative', () => {
    expect(sample.every(x => x >= 0 && x < Number.POSITIVE_INFINITY)).toBe(true);
  });

  it('draws from its own cdf (Kolmogorov and Smirnov)', () => {
    expect(kolmogorovDistance(sample, law.cdf, below(law.cdf))).toBeLessThan(kolmogorovLimit(size));
  });

  it('draws with its own mean and scv, where their errors are finite', () => {
    if (law.scv === 0) {
      expect(sample.every(x => x === law.mean)).toBe(true);
      return;
    }
    if (law.tailIndex > 2) expect(Math.abs(standardErrors(sample, law.mean))).toBeLessThan(4.5);
    const squares = sample.map(x => (x / law.mean - 1) ** 2);
    if (law.tailIndex > 8) expect(Math.abs(standardErrors(squares, law.scv))).toBeLessThan(4.5);
  });

  it('draws the same numbers in blocks of any size', () => {
    const stream = streamFor(20_260_101, name);
    let done = 0;
    for (const length of [1, 7, 256, 2, 100]) {
      const block = new Float64Array(length);
      law.fill(block, stream);
      expect(block).toEqual(sample.subarray(done, done + length));
      done += length;
    }
  });

  it('draws on two streams as if each had a law of its own', () => {
    const [one, other] = [streamFor(20_260_101, name), streamFor(2, 'other')];
    const [mine, theirs] = [new Float64Array(5), new Float64Array(5)];
    for (let i = 0; i < 4; i++) {
      law.fill(mine, one);
      law.fill(theirs, other);
      expect(mine).toEqual(sample.subarray(5 * i, 5 * i + 5));
    }
  });

  it('has a cdf that rises from 0 to 1', () => {
    expect(law.cdf(-1)).toBe(0);
    const typical = law.quantile(0.5);
    let last = 0;
    for (let t = 0; t < 20 * typical; t += typical / 16) {
      const value = law.cdf(t);
      expect(value).toBeGreaterThanOrEqual(last - 1e-14);
      expect(value).toBeLessThanOrEqual(1);
      last = value;
    }
    expect(law.cdf(law.quantile(1 - 2 ** -50) * 1e40)).toBeCloseTo(1, 12);
  });

  it('has the quantile as the first time that its cdf reaches', () => {
    expect(law.quantile(0)).toBe(0);
    for (const p of levels) {
      const t = law.quantile(p);
      expect(law.cdf(t * (1 + 1e-12))).toBeGreaterThanOrEqual(p - 1e-12);
      expect(law.cdf(t * (1 - 1e-9))).toBeLessThanOrEqual(p + 1e-6 * Math.min(p, 1 - p) + 1e-13);
    }
  });

  it('has the moments that its cdf implies', () => {
    const moments = [law.mean, law.scv, law.thirdMoment];
    expect(moments.map(Number.isFinite)).toEqual([law.tailIndex > 1, law.tailIndex > 2, law.tailIndex > 3]);
    const second = law.mean * law.mean * (1 + law.scv);
    [law.mean, second, law.thirdMoment].forEach((moment, i) => {
      if (law.tailIndex > i + 4) expect(momentOf(law.cdf, law.quantile, i + 1) / moment).toBeCloseTo(1, 5);
    });
  });

  it('says D where nothing varies and only there, and M where scv is 1 for its memory', () => {
    expect(law.kendall).toMatch(/^(D|M|E\d+|H\d+|PH|G)$/);
    expect(law.kendall === 'D').toBe(law.scv === 0);
    expect(law.phases !== undefined).toBe(/^(M|E\d+|H\d+|PH)$/.test(law.kendall));
    if (law.kendall !== 'M') return;
    for (const p of levels) expect(law.cdf(-law.mean * Math.log1p(-p))).toBeCloseTo(p, 12);
  });
});

describe.each(named.filter(([, law]) => law.phases))('the phases of %s', (_, law) => {
  it('make the same law', () => {
    const through = phaseTypeOf(law.phases as Phases);
    expect(through.mean / law.mean).toBeCloseTo(1, 11);
    expect(through.scv / law.scv).toBeCloseTo(1, 11);
    expect(through.thirdMoment / law.thirdMoment).toBeCloseTo(1, 11);
    for (const p of levels) expect(through.cdf(law.quantile(p))).toBeCloseTo(p, 11);
  });
});

/** E X^r = integral of r t^(r-1) P(X > t), cut at its quantiles so that jumps and tails are met. */
function momentOf(cdf: (t: number) => number, quantile: (p: number) => number, r: number): number {
  const density = (t: number): number => r * t ** (r - 1) * (1 - cdf(t));
  const ends = [...new Set([0, ...levels.map(quantile)])].sort((a, b) => a - b);
  let sum = 0;
  for (let i = 1; i < ends.length; i++) sum += integral(density, ends[i - 1], ends[i], 1e-7);
  // In the far tail 1 - cdf is half rounding error, and little of the moment is left.
  const far = [ends[ends.length - 1], quantile(1 - 1e-12), 4 * quantile(1 - 1e-14)];
  return sum + integral(density, far[0], far[1], 1e-3) + integral(density, far[1], far[2], 0.1);
}
