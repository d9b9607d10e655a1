import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeBlocks } from '../../src/measurement/time-blocks.js';

test('every customer is counted once, in its block and within 2.2 % of its time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 40, maxLength: 400 }),
      list => {
        const times = Float64Array.from(list);
        const { edges, counts } = timeBlocks(times);
        expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1])).toBe(true);
        const sizes = counts.map(block => block.reduce((sum, count) => sum + count, 0));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(list.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        const sorted = [...list].sort((a, b) => a - b);
        const longest = sorted[sorted.length - 1];
        const byBin = edges.flatMap((edge, bin) =>
          counts.flatMap(block => new Array<number>(block[bin]).fill(edge)),
        );
        for (const [i, edge] of byBin.entries()) {
          expect(edge).toBeGreaterThanOrEqual(sorted[i] * (1 - 1e-11));
          expect(edge).toBeLessThanOrEqual(Math.max(sorted[i] * 1.0221, longest * 2 ** -14 * 1.000001));
        }
      },
    ),
    { numRuns: 50, seed: 3 },
  );
});
