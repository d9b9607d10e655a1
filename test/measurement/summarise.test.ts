import { describe, expect, test } from 'vitest';
import { pairedDifference, pairedQuantileDifference } from '../../src/measurement/paired.js';
import { type Path, pathOf, servedOf, twinPathOf } from '../../src/measurement/path.js';
import { empiricalQuantile, summarise } from '../../src/measurement/summarise.js';
import { type SyntheticOptions, synthetic } from './synthetic.js';

const options = { servers: 2, confidence: 0.95, seriesAbout: 'test' };

function paths(synthesis: SyntheticOptions): { measured: Path; twin: Path } {
  const observations = synthetic(synthesis);
  const served = servedOf(observations);
  return {
    measured: pathOf(observations, 'virtual', served),
    twin: twinPathOf(observations, 'virtual', served, { servers: 2, overhead: 0 }),
  };
}

describe('a summary', () => {
  const { measured } = paths({ messages: 4000 });
  const summary = summarise(measured, options);

  test('holds the plain averages of the customers', () => {
    const waits = measured.serviceStart.map((start, i) => start - measured.arrival[i]);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(summary.measures.meanWait?.value).toBeCloseTo(mean, 12);
    expect(summary.measures.probabilityOfWait?.value).toBe(
      waits.filter(wait => wait > 1e-6).length / waits.length,
    );
    expect(summary.customers).toBe(4000);
  });

  test("keeps Little's law but for the customers at the end", () => {
    const value = (name: keyof typeof summary.measures) => summary.measures[name]?.value ?? Number.NaN;
    expect(value('meanNumberInSystem') / (value('throughput') * value('meanSojourn'))).toBeCloseTo(1, 2);
    expect(value('utilisation') * 2).toBeCloseTo(value('meanNumberInSystem') - value('meanNumberInQueue'), 9);
  });

  test('has percentiles by the empirical law, in order, with their intervals around them', () => {
    const sojourns = measured.finish.map((finish, i) => finish - measured.arrival[i]).sort();
    for (const quantile of summary.sojournQuantiles) {
      expect(quantile.value).toBe(empiricalQuantile(sojourns, quantile.p));
      if (quantile.kind !== 'sampled') throw new Error('a percentile of a sample is sampled');
      expect(quantile.low).toBeLessThanOrEqual(quantile.value);
      expect(quantile.high).toBeGreaterThanOrEqual(quantile.value);
    }
    expect(summary.sojournQuantiles.map(({ p }) => p)).toEqual([0.5, 0.9, 0.95, 0.99]);
  });

  test('says nothing of a handful of customers', () => {
    const few = paths({ messages: 20 }).measured;
    expect(summarise(few, options)).toMatchObject({ measures: {}, sojournQuantiles: [], customers: 20 });
  });

  test('holds no number that is not one', () => {
    expect(JSON.stringify(summary)).not.toContain('null');
  });
});

describe('a paired difference', () => {
  test('of a path from itself is nothing', () => {
    const { measured, twin } = paths({});
    expect(pairedDifference(measured, twin, 'meanSojourn', 2, 0.95)).toEqual({ value: 0, low: 0, high: 0 });
    expect(pairedQuantileDifference(measured, twin, 'sojourn', 0.99, 0.95)).toEqual({
      value: 0,
      low: 0,
      high: 0,
    });
  });

  test('finds a constant lateness far inside the noise of either path', () => {
    const { measured, twin } = paths({ late: 0.0002 });
    const own = summarise(measured, options).measures.meanSojourn;
    const difference = pairedDifference(measured, twin, 'meanSojourn', 2, 0.95);
    if (own === undefined || difference === undefined) throw new Error('nothing to compare');
    const expected = 0.0002 / (own.value - 0.0002);
    expect(difference.value).toBeCloseTo(expected, 9);
    expect(difference.low).toBeLessThanOrEqual(expected);
    expect(difference.high).toBeGreaterThanOrEqual(expected);
    expect(difference.high - difference.low).toBeLessThan((0.2 * own.halfWidth) / own.value);
  });

  test('of the median, likewise', () => {
    const { measured, twin } = paths({ late: 0.0002 });
    const difference = pairedQuantileDifference(measured, twin, 'sojourn', 0.5, 0.95);
    expect(difference?.low).toBeGreaterThan(0);
    expect(difference?.high).toBeLessThan(0.05);
  });
});
