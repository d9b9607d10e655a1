import { describe, expect, test } from 'vitest';
import { customersToDecide } from '../../src/study/reference/judged.js';
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
  test('passes where the values are right', async () => {
    const judgement = await referees.simulation([mm1])(mm1);
    expect(judgement).toMatchObject({ outcome: 'passed', untold: [] });
  });

  test.each<[string, ReferenceCase['params'], ReferenceCase['expect']]>([
    ['M/M/1 discouraged arrivals', { lambda: 1, mu: 1 }, { L: 1, rho: 1 - Math.exp(-1) }],
    ['M/M/1 with feedback', { lambda: 0.25, mu: 1, feedback: 0.5 }, { L: 1, W: 4, throughput: 0.25 }],
  ])('%s', async (model, params, expect_) => {
    const given = { id: 'one', model, params, expect: expect_, tolerance };
    expect(await referees.simulation([given])(given)).toMatchObject({ outcome: 'passed', untold: [] });
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

  test('a rare state is looked for until it is decided: the mean would have been enough after a tenth of that', async () => {
    const states = Array.from({ length: 8 }, (_, n) => 0.7 * 0.3 ** n);
    const rare = {
      id: 'rare',
      model: 'M/M/1',
      params: { lambda: 0.3, mu: 1 },
      expect: { W: 1 / 0.7, stateProbs: states },
      tolerance,
    };
    const judgement = await referees.simulation([rare])(rare);
    expect(judgement).toMatchObject({ outcome: 'passed', untold: [] });
  });

  test('customers are counted by the square root law, at most twenty times as many', () => {
    const value = (outcome: 'passed' | 'inconclusive', width: number) => ({ outcome, width });
    const [done, wide] = [value('passed', 0.01), value('inconclusive', 0.18)];
    expect(customersToDecide([done, wide], 1000)).toBeCloseTo(4000, 6);
    expect(customersToDecide([value('inconclusive', 9)], 1000)).toBe(20_000);
    expect(customersToDecide([done], 1000)).toBeUndefined();
    expect(customersToDecide([value('inconclusive', Number.NaN)], 1000)).toBeUndefined();
  });

  // An M/M/1/200 at 1.08: idle once in seventy million times, which no run of a few customers shows.
  test('what everybody showed is told to within what the run could have shown', async () => {
    const crowded = {
      id: 'crowded',
      model: 'M/M/c/K',
      params: { lambda: 1.08, mu: 1, c: 1, K: 200 },
      expect: { rho: 1 - 1.5e-8 },
      tolerance: { rel: 1e-6, abs: 0 },
    };
    const judgement = await referees.simulation([crowded])(crowded);
    expect(judgement.outcome).toBe('passed');
    const wrong = { ...crowded, expect: { rho: 0.99 } };
    expect((await referees.simulation([wrong])(wrong)).outcome).toBe('failed');
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

  // By hand: Jackson's theorem, mean value analysis of two clients at two equal stations, Erlang's loss formula.
  test.each<[string, ReferenceCase['params'], ReferenceCase['expect'], readonly string[]]>([
    [
      'Jackson open network',
      {
        external: [0.5, 0],
        routing: [
          [0, 1],
          [0.5, 0],
        ],
        mus: [2, 2],
        servers: [1, 1],
      },
      { lambdas: [1, 1], rhoPerNode: [0.5, 0.5], LPerNode: [1, 1], W: 4, throughput: 0.5 },
      [],
    ],
    [
      'Closed product-form network (MVA)',
      { N: [2], serviceTimes: [[1, 1]], visits: [[1, 1]], servers: [1, 1], think: [0] },
      { X: [2 / 3], R: [3], QPerClassNode: [1, 1], residencePerClassNode: [1.5, 1.5] },
      [],
    ],
    [
      'Closed product-form network (MVA) multiclass',
      { N: [1, 1], serviceTimes: [[1], [1]], visits: [[1], [1]], servers: [1], think: [1, 1] },
      { X: [0.4, 0.4], R: [1.5, 1.5] },
      [],
    ],
    [
      'Open product-form network, visits/demands',
      { lambda: 0.25, serviceTimes: [1, 0.5], visits: [2, 1] },
      { UPerNode: [0.5, 0.125], QPerNode: [1, 1 / 7], RPerVisit: [2, 4 / 7], R: 4 + 4 / 7 },
      [],
    ],
    [
      'M/M/c//N (finite source)',
      { lambdaPerSource: 1, mu: 1, c: 2, N: 2 },
      { L: 1, W: 1, throughput: 1 },
      [],
    ],
    ['Engset M/M/c/c//N', { lambdaPerSource: 1, mu: 1, c: 1, N: 2 }, { callCongestion: 0.5, L: 2 / 3 }, []],
    [
      'Random (Bernoulli) split of Poisson to c exponential servers',
      { lambda: 1, mu: 1, c: 2 },
      { pWait: 0.5, Wq: 1, W: 2, L: 2 },
      [],
    ],
    ['M^X/M/1 batch arrivals', { batchRate: 0.25, batch: [[2, 1]], mu: 1 }, { rho: 0.5, W: 3, L: 1.5 }, []],
    [
      'M^X/M/1 batch arrivals',
      {
        batchRate: 0.25,
        batch: [
          [1, 0.5],
          [3, 0.5],
        ],
        mu: 1,
      },
      { rho: 0.5, W: 3.5, L: 1.75, p0: 0.5 },
      [],
    ],
    [
      'Fork-join K=2, M/M/1 stations',
      { lambda: 0.5, mu: 1, K: 2 },
      { rho: 0.5, W: 2.875, WPerStation: 2 },
      [],
    ],
    [
      'Saturated tandem line with blocking after service',
      { mus: [1, 1], intermediateBuffers: [0] },
      { throughput: 2 / 3, busyPerStation: [2 / 3, 2 / 3], blockedPerStation: [1 / 3, 0] },
      [],
    ],
    [
      'M/G/1 FCFS vs SIRO vs LCFS (non-preemptive)',
      { lambda: 0.5, service: { type: 'exponential', mean: 1 } },
      { rho: 0.5, Wq: 1, varWqFCFS: 3, varWqLCFS: 7 },
      [],
    ],
    [
      'M/G/1 size-based (SRPT, PSJF, SJF, FB/LAS)',
      { lambda: 0.5, service: { type: 'exponential', mean: 1 } },
      { WPS: 2, WFCFS: 2, WFB: 2 },
      [],
    ],
    [
      'Ciw limited PS (threshold 3), = M/M/3 occupancy',
      { lambda: 1, mu: 2, threshold: 1 },
      { stateProbs: [0.5, 0.25, 0.125] },
      [],
    ],
    [
      'M/M/c+M (Erlang-A)',
      { lambda: 1, mu: 1, c: 1, theta: 1, T: 0.5 },
      { pAbandon: Math.exp(-1), pWaitGreaterT: 0.27582636082221534 },
      [],
    ],
  ])('%s', async (model, params, expected, untold) => {
    const given = { id: model, model, params, expect: expected, tolerance };
    // Variances take longer than the means by which the run stops.
    const precision = Object.keys(expected).some(name => name.startsWith('var')) ? 0.02 : 0.05;
    const judgement = await referees.simulation([given])(given, { run: { precision } });
    if (judgement.outcome === 'unsupported') throw new Error(judgement.reason);
    expect(judgement.comparisons.length).toBe(
      Object.entries(expected)
        .filter(([name]) => !untold.includes(name))
        .flatMap(([, v]) => v).length,
    );
    expect(judgement).toMatchObject({ outcome: 'passed', untold });
  });

  // A Poisson number, whose mean and variance are that of the customers who came in the last services.
  test.each<[string, ReferenceCase['params'], number]>([
    ['M/M/inf transient', { lambda: 2, mu: 1, t: 1 }, 2 * (1 - Math.exp(-1))],
    [
      'M(t)/M/inf (starts empty at t=0)',
      { lambdaOfT: '3 on [0,1), else 1', mu: 1, t: 2 },
      3 * (Math.exp(-1) - Math.exp(-2)) + 1 - Math.exp(-1),
    ],
  ])('%s: the number at one moment', async (model, params, mean) => {
    const given = {
      id: model,
      model,
      params,
      expect: { L: mean, varL: mean, p0: Math.exp(-mean) },
      tolerance,
    };
    const judgement = await referees.simulation([given])(given, { run: { precision: 0.1 } });
    expect(judgement).toMatchObject({ outcome: 'passed', untold: [] });
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
    ['a parameter that is missing', { ...mm1, params: { lambda: 0.5 } }, /mu = nothing/],
    [
      'no model that it can simulate',
      { ...mm1, model: 'a queue that nobody has thought of' },
      /no scenario can hold it/,
    ],
  ])('says of %s why it does not judge it', async (_, given, reason) => {
    expect(await referees.simulation([given])(given)).toEqual({
      outcome: 'unsupported',
      reason: expect.stringMatching(reason),
    });
  });
});
