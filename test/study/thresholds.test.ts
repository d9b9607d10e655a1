import { describe, expect, test } from 'vitest';
import type { Estimate, Result } from '../../src/result/result.js';
import { judgeThreshold } from '../../src/study/thresholds.js';
import { station } from '../engines/simulation/station.js';

const source = { ref: 'x', at: '1', text: 'X, section 1', checked: false };
const exact = (value: number): Estimate => ({ kind: 'exact', value, source });
const rough = (value: number): Estimate => ({ kind: 'approximation', value, source });
const sampled = (low: number, high: number): Estimate => ({
  kind: 'sampled',
  value: (low + high) / 2,
  halfWidth: (high - low) / 2,
  low,
  high,
  confidence: 0.95,
  effectiveSamples: 10,
});

const result = (
  engine: Result['engine'],
  meanWait: Estimate | undefined,
  more: Partial<Result> = {},
): Result => ({
  schema: 1,
  engine,
  scenario: station(),
  measures: meanWait ? { meanWait } : {},
  waitQuantiles: [],
  sojournQuantiles: [],
  warnings: [],
  ...more,
});

const under = { text: 'mean wait < 1s', measure: 'meanWait', comparison: '<', limit: 1 } as const;

describe('a threshold', () => {
  test.each([
    ['passes with the whole interval below', sampled(0.8, 0.9), 'pass'],
    ['fails with the whole interval above', sampled(1.1, 1.2), 'fail'],
    ['is open when the interval holds the limit', sampled(0.9, 1.1), 'inconclusive'],
    ['passes by an exact value', exact(0.99), 'pass'],
    ['fails at the limit itself, which is not below it', exact(1), 'fail'],
  ] as const)('%s', (_, estimate, outcome) => {
    expect(judgeThreshold(under, [result('simulation', estimate)])).toMatchObject({
      outcome,
      value: estimate,
    });
  });

  test('is judged by the best evidence: measured, exact, simulated, approximate', () => {
    const engineFor = (...results: Result[]) => judgeThreshold(under, results).engine;
    const [theory, approximate] = [result('theory', exact(0.5)), result('theory', rough(0.5))];
    const [simulation, live] = [result('simulation', sampled(0.4, 0.6)), result('live', sampled(0.4, 0.6))];
    expect(engineFor(theory, simulation, live)).toBe('live');
    expect(engineFor(theory, simulation)).toBe('theory');
    expect(engineFor(approximate, simulation)).toBe('simulation');
    expect(engineFor(approximate)).toBe('theory');
  });

  test('is never judged by a live run that failed its checks or did not end', () => {
    const record = (passed: boolean, partial: boolean) =>
      ({ live: { checks: [{ passed }], partial } }) as unknown as Partial<Result>;
    const simulation = result('simulation', sampled(0.4, 0.6));
    for (const live of [record(false, false), record(true, true)]) {
      expect(judgeThreshold(under, [simulation, result('live', sampled(2, 3), live)]).engine).toBe(
        'simulation',
      );
    }
  });

  test('on a wait fails in a queue that grows without end', () => {
    const unstable = result('theory', undefined, { warnings: [{ code: 'unstable', message: 'it grows' }] });
    expect(judgeThreshold(under, [unstable])).toEqual({ text: under.text, outcome: 'fail' });
  });

  test('that nobody can tell is open', () => {
    expect(judgeThreshold(under, [result('theory', undefined)])).toEqual({
      text: under.text,
      outcome: 'inconclusive',
    });
  });
});
