import { describe, expect, test } from 'vitest';
import type { ReferenceCase } from '../../src/study/reference.js';
import { referees } from '../../src/study/reference.js';

const tolerance = { rel: 1e-9, abs: 1e-12 };
const mm1: ReferenceCase = {
  id: 'mm1',
  model: 'M/M/1',
  params: { lambda: 0.5, mu: 1 },
  expect: {
    rho: 0.5,
    pWait: 0.5,
    Wq: 1,
    W: 2,
    Lq: 0.5,
    L: 1,
    throughput: 0.5,
    w_p50: Math.log(4),
    w_p99: 2 * Math.log(100),
    p0: 0.5,
  },
  tolerance,
};
const priorities: ReferenceCase = {
  id: 'two-classes',
  model: 'M/M/1 priority preemptive-resume',
  params: { lambdas: [0.3, 0.3], mus: [1, 0.8] },
  expect: { rho: 0.675, WPerClass: [1.4285714285714286, 5.164835164835165] },
  tolerance,
};

describe('the simulation as judged by known values', () => {
  test('passes where the values are right, and says what it does not tell', async () => {
    const judgement = await referees.simulation([mm1])(mm1);
    expect(judgement).toMatchObject({ outcome: 'passed', untold: ['p0'] });
  });

  test('fails where a value is wrong', async () => {
    const wrong = { ...mm1, expect: { ...mm1.expect, Wq: 1.2 } };
    const judgement = await referees.simulation([wrong])(wrong);
    if (judgement.outcome === 'unsupported') throw new Error(judgement.reason);
    const failed = judgement.comparisons.filter(
      comparison => 'outcome' in comparison && comparison.outcome === 'failed',
    );
    expect(judgement.outcome).toBe('failed');
    expect(failed.map(({ metric }) => metric)).toEqual(['Wq']);
  });

  test('judges class by class', async () => {
    const judgement = await referees.simulation([priorities])(priorities);
    if (judgement.outcome === 'unsupported') throw new Error(judgement.reason);
    expect(judgement.comparisons.map(({ metric }) => metric)).toEqual([
      'rho',
      'WPerClass[0]',
      'WPerClass[1]',
    ]);
    expect(judgement.outcome).toBe('passed');
  });

  test('asks for wider intervals the more values a file has', async () => {
    const low = async (cases: readonly ReferenceCase[]) => {
      const judgement = await referees.simulation(cases)(mm1);
      const comparison = judgement.outcome === 'unsupported' ? undefined : judgement.comparisons[0];
      return comparison && 'low' in comparison ? comparison.low : Number.NaN;
    };
    expect(await low(Array.from({ length: 100 }, () => mm1))).toBeLessThan(await low([mm1]));
  });

  test.each([
    ['an approximation', { ...mm1, exact: false }, /approximations/],
    ['no model that it can simulate', { ...mm1, model: 'Fork-join K=2, M/M/1 stations' }, /not a scenario/],
  ])('says of %s why it does not judge it', async (_, given, reason) => {
    expect(await referees.simulation([given])(given)).toEqual({
      outcome: 'unsupported',
      reason: expect.stringMatching(reason),
    });
  });
});
