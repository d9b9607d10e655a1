import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nonIncreasing } from '../../src/statistics/non-increasing.js';

const at = (...values: number[]) => values.map((value, i) => ({ at: i, value }));

test('by hand: neighbours that rise become their mean', () => {
  expect(nonIncreasing(at(1, 0, 1, 0))).toEqual([
    { from: 0, value: 1 },
    { from: 1, value: 0.5 },
    { from: 3, value: 0 },
  ]);
  expect(nonIncreasing(at(0, 1, 5))).toEqual([{ from: 0, value: 2 }]);
  expect(nonIncreasing([])).toEqual([]);
});

test('points at one place are one, and their order is nothing', () => {
  const points = [
    { at: 2, value: 0 },
    { at: 1, value: 1 },
    { at: 2, value: 1 },
  ];
  expect(nonIncreasing(points)).toEqual([
    { from: 1, value: 1 },
    { from: 2, value: 0.5 },
  ]);
  expect(nonIncreasing([...points].reverse())).toEqual(nonIncreasing(points));
});

/** The least of the greatest means of stretches that hold the point: the other way to say what is nearest. */
function leastOfGreatest(values: readonly number[], i: number): number {
  const mean = (from: number, to: number) =>
    values.slice(from, to + 1).reduce((sum, value) => sum + value, 0) / (to - from + 1);
  const places = [...values.keys()];
  return Math.min(
    ...places
      .filter(from => from <= i)
      .map(from => Math.max(...places.filter(to => to >= i).map(to => mean(from, to)))),
  );
}

test('is the function of least squares', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 25 }), values => {
      const steps = nonIncreasing(at(...values));
      for (const i of values.keys()) {
        const step = steps.findLast(({ from }) => from <= i);
        expect(step?.value).toBeCloseTo(leastOfGreatest(values, i), 12);
      }
    }),
    { seed: 6 },
  );
});
