import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.js';
import { verdictOf } from '../../src/comparison/verdict.js';
import type { Estimate, Result } from '../../src/result/result.js';
import { station } from '../engines/simulation/station.js';

describe('the verdict', () => {
  test.each([
    ['inside the margin', { value: 0, low: -0.01, high: 0.01 }, 'agrees'],
    ['at the margin', { value: 0, low: -0.03, high: 0.03 }, 'agrees'],
    ['across it', { value: 0.02, low: 0.01, high: 0.04 }, 'inconclusive'],
    ['far wider than it', { value: 0, low: -0.5, high: 0.5 }, 'inconclusive'],
    ['above it', { value: 0.05, low: 0.04, high: 0.06 }, 'differs'],
    ['below it', { value: -0.05, low: -0.06, high: -0.04 }, 'differs'],
  ] as const)('%s', (_, difference, verdict) => {
    expect(verdictOf(difference, 0.03)).toBe(verdict);
  });

  test('turns only one way as the margin grows', () => {
    const order = ['differs', 'inconclusive', 'agrees'];
    const difference = fc
      .tuple(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([value, down, up]) => ({ value, low: value - down, high: value + up }));
    const margin = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(difference, margin, margin, (d, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(order.indexOf(verdictOf(d, large))).toBeGreaterThanOrEqual(order.indexOf(verdictOf(d, small)));
      }),
    );
  });
});

describe('the comparison', () => {
  const exact = (value: number): Estimate => ({
    kind: 'exact',
    value,
    source: { ref: 'x', at: '1', text: 'X, section 1', checked: false },
  });
  const sampled = (value: number, halfWidth: number): Estimate => ({
    kind: 'sampled',
    value,
    halfWidth,
    low: value - halfWidth,
    high: value + halfWidth,
    confidence: 0.95,
    effectiveSamples: 100,
  });
  const result = (engine: Result['engine'], measures: Result['measures']): Result => ({
    schema: 1,
    engine,
    scenario: station({ run: { precision: 0.05 } }),
    measures,
    waitQuantiles: [],
    sojournQuantiles: [],
    warnings: [],
  });

  test('judges the simulation against theory where nothing was measured', () => {
    const [row] = compare(
      [result('theory', { meanWait: exact(4) }), result('simulation', { meanWait: sampled(4.1, 0.1) })],
      () => undefined,
    );
    expect(row).toMatchObject({ measure: 'meanWait', verdict: 'agrees', between: ['simulation', 'theory'] });
    expect(row.difference?.value).toBeCloseTo(0.025, 12);
    expect(row.difference?.margin).toBe(0.1);
  });

  test('judges the measurement against its twin, and splits the gap', () => {
    const spec = {
      broker: 'zeromq',
      service: 'virtual',
      partial: false,
      checks: [],
    } as unknown as Result['live'];
    const [row] = compare(
      [
        result('theory', { meanSojourn: exact(5) }),
        result('twin', { meanSojourn: sampled(4, 1), meanService: sampled(1, 0.1) }),
        { ...result('live', { meanSojourn: sampled(4.02, 1) }), live: spec },
      ],
      () => ({ value: 0.005, low: 0.004, high: 0.006 }),
    );
    expect(row).toMatchObject({ verdict: 'agrees', between: ['live', 'twin'] });
    expect(row.gap?.workload).toBeCloseTo(-1, 12);
    expect(row.gap?.broker).toBeCloseTo(0.02, 12);
  });

  test('has no row for what no engine told, and no verdict on one column', () => {
    const rows = compare([result('theory', { meanWait: exact(4) })], () => undefined);
    expect(rows).toEqual([{ measure: 'meanWait', columns: { theory: exact(4) } }]);
  });
});
