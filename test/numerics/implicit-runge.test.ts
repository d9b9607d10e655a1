import { describe, expect, it } from 'vitest';
import { implicitRunge, type LinearFlow } from '../../src/numerics/implicit-runge.js';

/** y' = rate(t) y, component by component. */
const alone = (rates: readonly ((t: number) => number)[]): LinearFlow => ({
  slope: (t, y, out) => {
    for (const [i, rate] of rates.entries()) out[i] = rate(t) * y[i];
  },
  backwards: (t, step, y) => {
    for (const [i, rate] of rates.entries()) y[i] /= 1 - step * rate(t);
  },
});

function at(flow: LinearFlow, initial: readonly number[], tolerance: number, end = 2) {
  const found = implicitRunge(flow, {
    start: 0,
    end,
    initial: Float64Array.from(initial),
    tolerance,
    first: 0.01,
    mostSteps: 10_000,
    seen: () => undefined,
  });
  if (found === undefined) throw new Error('too many steps');
  return found;
}

describe('linear systems over time', () => {
  it('decays and swings as it should', () => {
    const { y } = at(alone([() => -1, t => Math.cos(t)]), [1, 1], 1e-11);
    expect(y[0]).toBeCloseTo(Math.exp(-2), 9);
    expect(y[1]).toBeCloseTo(Math.exp(Math.sin(2)), 9);
  });

  it('is of fourth order: a hundredth of the tolerance costs about three times the steps', () => {
    const [few, many] = [1e-8, 1e-10].map(
      tolerance => at(alone([t => Math.cos(3 * t)]), [1], tolerance, 20).steps,
    );
    expect(many / few).toBeGreaterThan(2.5);
    expect(many / few).toBeLessThan(4);
  });

  it('takes long steps although a part is a million times as quick', () => {
    const { y, steps } = at(alone([() => -1e6, () => -1]), [1, 1], 1e-8);
    expect(y[0]).toBeCloseTo(0, 8);
    expect(y[1]).toBeCloseTo(Math.exp(-2), 7);
    expect(steps).toBeLessThan(150);
  });

  it('gives up after so many steps', () => {
    const found = implicitRunge(alone([() => -1]), {
      start: 0,
      end: 1,
      initial: Float64Array.of(1),
      tolerance: 1e-12,
      first: 1,
      mostSteps: 3,
      seen: () => undefined,
    });
    expect(found).toBeUndefined();
  });
});
