import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, fromMeanAndScv, ParameterError } from '../../src/distributions/index.js';

const means = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

describe('fromMeanAndScv', () => {
  it.each([
    ['0 to 1', 1e-4, 1, 1e-7],
    ['1 to 1e6', 1, 1e6, 1e-9],
  ])('reproduces both moments for scv %s', (_, min, max, tolerance) => {
    fc.assert(
      fc.property(means, fc.double({ min, max, noNaN: true }), (mean, scv) => {
        const law = distributionOf(fromMeanAndScv(mean, scv));
        expect(Math.abs(law.mean / mean - 1)).toBeLessThan(1e-12);
        expect(Math.abs(law.scv / scv - 1)).toBeLessThan(tolerance);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('takes the plain law where there is one', () => {
    expect(fromMeanAndScv(2, 0)).toEqual({ distribution: 'deterministic', value: 2 });
    expect(fromMeanAndScv(2, 1)).toEqual({ distribution: 'exponential', mean: 2 });
    expect(fromMeanAndScv(2, 0.25)).toEqual({ distribution: 'erlang', mean: 2, k: 4 });
    expect(fromMeanAndScv(2, 1 / 3)).toEqual({ distribution: 'erlang', mean: 2, k: 3 });
    expect(fromMeanAndScv(2, 4)).toEqual({ distribution: 'hyperexponential', mean: 2, scv: 4 });
  });

  it('mixes E1 and E2 for scv 3/4, with the weight that the quadratic of the moments gives', () => {
    // k = 2: p = (2 c - sqrt(2 (1 + c) - 4 c)) / (1 + c) with c = 3/4.
    const p = (1.5 - Math.sqrt(0.5)) / 1.75;
    const spec = fromMeanAndScv(1, 0.75) as unknown as { probabilities: number[]; of: { k: number }[] };
    expect(spec.of.map(({ k }) => k)).toEqual([1, 2]);
    expect(spec.probabilities[0]).toBeCloseTo(p, 14);
  });

  it.each([
    [0, 1, 'mean'],
    [-1, 1, 'mean'],
    [Number.NaN, 1, 'mean'],
    [Number.POSITIVE_INFINITY, 1, 'mean'],
    [1, -0.1, 'scv'],
    [1, Number.NaN, 'scv'],
    [1, Number.POSITIVE_INFINITY, 'scv'],
    [1, 1e-7, 'scv'],
  ])('refuses mean %d with scv %d', (mean, scv, parameter) => {
    expect(() => fromMeanAndScv(mean, scv)).toThrow(ParameterError);
    expect(() => fromMeanAndScv(mean, scv)).toThrow(new RegExp(`^${parameter} = `));
  });
});
