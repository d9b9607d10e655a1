import { describe, expect, it } from 'vitest';
import { settle } from '../../src/numerics/settle.js';

const [stay, size] = [0.99, 30];
/** A slow random walk on a ring of states, drawn to the first by a hair: it forgets a percent or less with each step. */
const walk = (x: Float64Array): Float64Array =>
  x.map((p, i) => stay * p + (1 - stay) * (0.5 * x[(i + 1) % size] + 0.5 * x[(i + size - 1) % size]));

describe('what a map leaves as it is', () => {
  it('is found in far fewer steps than the map takes to forget', () => {
    let steps = 0;
    const start = Float64Array.from({ length: size }, (_, i) => Number(i === 3));
    const found = settle(
      x => {
        steps++;
        return walk(x);
      },
      start,
      { tolerance: 1e-10, mostSteps: 1000 },
    );
    for (const p of found ?? []) expect(p).toBeCloseTo(1 / size, 6);
    expect(steps).toBeLessThan(100);
  });

  it('is undefined where so few steps do not suffice', () => {
    const start = Float64Array.from({ length: size }, (_, i) => Number(i === 3));
    expect(settle(walk, start, { tolerance: 1e-10, mostSteps: 10 })).toBeUndefined();
  });

  it('follows vectors that change their length at first', () => {
    const found = settle(
      x => (x.length < 3 ? new Float64Array(3).fill(1 / 3) : x.slice()),
      Float64Array.of(1),
      {
        tolerance: 1e-12,
        mostSteps: 10,
      },
    );
    expect(found).toEqual(new Float64Array(3).fill(1 / 3));
  });
});
