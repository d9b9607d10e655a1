import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootIn } from '../../src/numerics/root.js';

describe('rootIn', () => {
  it('finds known roots to the last places', () => {
    expect(rootIn(x => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootIn(Math.cos, 0, 3)).toBeCloseTo(Math.PI / 2, 15);
    expect(rootIn(x => Math.exp(-x) - 1e-9, 0, 1000)).toBeCloseTo(9 * Math.LN10, 11);
  });

  it('takes few steps where the function is smooth', () => {
    let calls = 0;
    const counted = (x: number): number => {
      calls++;
      return Math.exp(x) - 3;
    };
    rootIn(counted, 0, 50);
    expect(calls).toBeLessThan(20);
  });

  it('finds the jump of a step function', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 999, noNaN: true }), at => {
        expect(Math.abs(rootIn(x => (x < at ? -1 : 1), 0, 1000) - at)).toBeLessThan(1e-11);
      }),
      { seed: 1 },
    );
  });

  it('returns an end that is a root, and refuses an interval without one', () => {
    expect(rootIn(x => x, 0, 1)).toBe(0);
    expect(rootIn(x => x - 1, 0, 1)).toBe(1);
    expect(() => rootIn(x => x + 1, 0, 1)).toThrow('no change of sign between 0 and 1');
  });
});
