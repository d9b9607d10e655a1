import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sineOfTurns } from '../../src/numerics/sine.js';

test('is 0, 1 or -1 at quarter turns', () => {
  const wanted = [0, 1, 0, -1, 0, -1];
  for (const [i, x] of [0, 0.25, 0.5, 0.75, 1, -0.25].entries())
    expect(sineOfTurns(x)).toBeCloseTo(wanted[i], 14);
});

test('agrees with the host to the last digits, on either side of 0', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), x => {
      expect(Math.abs(sineOfTurns(x) - Math.sin(2 * Math.PI * x))).toBeLessThan(1.5e-15);
    }),
    { seed: 5 },
  );
});
