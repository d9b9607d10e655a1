import { describe, expect, test } from 'vitest';
import { independentDifference } from '../../src/comparison/independent.js';
import { measuredDifferences } from '../../src/planning/difference/measured.js';
import { measuredRun } from './measured-run.js';

describe('two measured runs', () => {
  test('of symmetric intervals the half-widths add as squares', () => {
    const difference = independentDifference(
      { value: 1, low: 0.7, high: 1.3 },
      { value: 2, low: 1.6, high: 2.4 },
    );
    expect(difference.low).toBeCloseTo(0.5, 12);
    expect(difference.high).toBeCloseTo(1.5, 12);
  });

  test('a queue whose services take a fifth longer has longer sojourns, as a whole and on average', () => {
    const { measures, distances } = measuredDifferences(measuredRun(3), measuredRun(4, 0.002));
    const change = (name: string) => measures.find(({ measure }) => measure === name)?.change;
    expect(change('meanSojourn')).toBe('higher');
    expect(change('meanService')).toBe('higher');
    expect(distances.map(({ of, pValue }) => [of, pValue < 0.05])).toEqual([
      ['wait', true],
      ['sojourn', true],
    ]);
  });

  test('a percentile that few customers exceeded is left out', () => {
    const { measures } = measuredDifferences(measuredRun(5), measuredRun(6));
    const named = measures.map(({ measure }) => measure);
    expect(named).toContain('p50Sojourn');
    expect(named).not.toContain('p99Sojourn');
  });
});
