import { describe, expect, it } from 'vitest';
import { predict } from '../../../src/engines/theory/index.js';
import type { Result } from '../../../src/result/result.js';
import type { Scenario, Station } from '../../../src/scenario/type.js';

const scenario = (
  rate: number,
  station: Partial<Station> = {},
  changed: Partial<Scenario> = {},
): Scenario => ({
  name: 'test',
  classes: { customers: { arrivals: { process: 'poisson', rate } } },
  stations: {
    queue: {
      servers: 3,
      service: { distribution: 'exponential', mean: 1 },
      discipline: { discipline: 'fcfs' },
      ...station,
    },
  },
  routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
  run: { seed: 1, confidence: 0.95, precision: 0.05, stopOn: [], warmUp: 'auto', maxCustomers: 1e6 },
  ...changed,
});

const answered = (given: Scenario): Result => {
  const outcome = predict(given);
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
};

describe('M/M/3 at utilisation 0.8', () => {
  const result = answered(scenario(2.4));

  it('has the values worked by hand', () => {
    // a = 2.4: p0 = 1 / (1 + 2.4 + 2.88 + 2.304 * 5) = 1 / 17.8, C = 11.52 / 17.8, Wq = C / 0.6.
    expect(result.model).toBe('M/M/3');
    expect(result.measures.probabilityOfWait?.value).toBeCloseTo(11.52 / 17.8, 12);
    expect(result.measures.meanWait?.value).toBeCloseTo(11.52 / 17.8 / 0.6, 12);
    expect(result.measures.meanNumberInSystem?.value).toBeCloseTo((2.4 * 11.52) / 17.8 / 0.6 + 2.4, 12);
    expect(result.waitQuantiles.find(({ p }) => p === 0.9)?.value).toBeCloseTo(
      Math.log(115.2 / 17.8) / 0.6,
      12,
    );
  });

  it('cites a source for every number and calls each exact', () => {
    for (const estimate of [
      ...Object.values(result.measures),
      ...result.waitQuantiles,
      ...result.sojournQuantiles,
    ]) {
      if (estimate.kind === 'sampled') throw new Error('theory does not sample');
      expect(estimate.kind).toBe('exact');
      expect(estimate.source.text.length).toBeGreaterThan(20);
    }
  });

  it('draws both tails on one axis to beyond the 99.9th percentile', () => {
    const { wait, sojourn } = result.tails ?? {};
    expect(wait?.time).toEqual(sojourn?.time);
    expect(wait?.probability[0]).toBeCloseTo(11.52 / 17.8, 12);
    expect(sojourn?.probability[0]).toBeCloseTo(1, 12);
    expect(sojourn?.probability.at(-1)).toBeLessThan(0.001);
  });

  it('says nothing of loss, for there is none, and nothing that is not finite', () => {
    expect(result.measures.probabilityOfLoss).toBeUndefined();
    expect(JSON.stringify(result)).not.toContain('null');
  });
});

describe('the confluent sojourn, c - a = 1', () => {
  it('is the sum of two exponentials of one rate for those who wait', () => {
    // M/M/2 at a = 1: C = 1/3, and P(T > t) = e^-t (1 + t/3).
    const { sojournQuantiles } = answered(scenario(1, { servers: 2 }));
    for (const { p, value } of sojournQuantiles)
      expect(Math.exp(-value) * (1 + value / 3)).toBeCloseTo(1 - p, 12);
  });
});

describe('a station that cannot keep up', () => {
  const result = answered(scenario(3.5));

  it('has a growth rate and no steady state', () => {
    expect(result.measures.growthRate?.value).toBeCloseTo(0.5, 12);
    expect(result.measures.throughput?.value).toBe(3);
    expect(result.measures.utilisation?.value).toBe(1);
    expect(Object.keys(result.measures)).toHaveLength(3);
    expect(result.waitQuantiles).toEqual([]);
    expect(result.tails).toBeUndefined();
  });

  it('says so, and how many servers would do', () => {
    expect(result.warnings[0].code).toBe('unstable');
    expect(result.warnings[0].message).toContain('1800 customers an hour');
    expect(result.warnings[0].advice).toContain('4 servers');
  });

  it('is unstable at a utilisation of exactly 1, but not with a limited capacity', () => {
    expect(answered(scenario(3)).measures.growthRate?.value).toBe(0);
    expect(answered(scenario(3, { capacity: 10 })).measures.meanWait?.value).toBeGreaterThan(0);
  });
});

describe('what the result says of its model', () => {
  it('names the problem, and the model where that is more general', () => {
    const erlang = { distribution: 'erlang', mean: 1, k: 2 };
    expect(answered(scenario(2.4, { capacity: 10 })).model).toBe('M/M/3/10');
    expect(answered(scenario(0.8, { servers: 1, service: erlang })).model).toContain('M/E2/1');
    expect(answered(scenario(2.4, { capacity: 3, service: erlang })).model).toBe('M/E2/3/3 (by M/G/c/c)');
    expect(answered(scenario(2.4, { servers: 'infinite' })).model).toBe('M/M/∞ (by G/G/∞)');
  });

  it('marks an approximation, but not its throughput', () => {
    const arrivals = { process: 'deterministic', rate: 2.4 };
    const service = { distribution: 'uniform', min: 0, max: 2 };
    const { measures, model } = answered(scenario(0, { service }, { classes: { customers: { arrivals } } }));
    expect(model).toBe('D/G/3 (by G/G/c)');
    expect(measures.meanWait?.kind).toBe('approximation');
    expect(measures.throughput?.kind).toBe('exact');
    const note = answered(scenario(0, { service }, { classes: { customers: { arrivals } } })).warnings[0];
    expect(note.code).toBe('approximation');
    expect(note.message).toMatch(/between \d.* and \d/);
    expect(measures.utilisation?.kind).toBe('exact');
  });

  it('keeps to what is known where arrivals have no variance', () => {
    const wild = { process: 'renewal', interarrival: { distribution: 'pareto', mean: 1, alpha: 1.5 } };
    const customers = { classes: { customers: { arrivals: wild } } };
    const exact = answered(scenario(0, {}, customers));
    expect(exact.model).toBe('GI/M/3');
    expect(exact.waitQuantiles).toHaveLength(5);
    const erlang = { distribution: 'erlang', mean: 1, k: 2 };
    const { measures, warnings } = answered(scenario(0, { service: erlang }, customers));
    expect(measures.meanWait).toBeUndefined();
    expect(warnings.map(({ code }) => code)).toEqual(['no-mean-wait']);
  });

  it('answers modulated arrivals exactly, and batches of such services as an approximation', () => {
    const bursts = { process: 'mmpp', rates: [4, 1], holding: [1, 2] };
    const modulated = answered(scenario(0, {}, { classes: { customers: { arrivals: bursts } } }));
    expect(modulated.model).toBe('MMPP/M/3 (by MAP/PH/c)');
    expect(modulated.measures.meanWait!.value).toBeGreaterThan(
      answered(scenario(2)).measures.meanWait!.value,
    );
    const batches = { process: 'batch', rate: 0.5, size: 3 };
    const service = { distribution: 'uniform', min: 0, max: 1 };
    const rough = answered(scenario(0, { service }, { classes: { customers: { arrivals: batches } } }));
    expect(rough.measures.meanWait?.kind).toBe('approximation');
    expect(rough.warnings.map(({ code }) => code)).toEqual(['approximation']);
  });

  it('warns near saturation', () => {
    expect(answered(scenario(2.4)).warnings).toEqual([]);
    expect(answered(scenario(2.97)).warnings.map(({ code }) => code)).toEqual(['near-saturation']);
  });
});

describe('the order of service', () => {
  it('keeps the means of an order that does not look at service times, and drops the percentiles', () => {
    const service = { distribution: 'erlang', mean: 1, k: 2 } as const;
    const inOrder = answered(scenario(2.4, { service }));
    const { measures, waitQuantiles, warnings } = answered(
      scenario(2.4, { service, discipline: { discipline: 'siro' } }),
    );
    expect(measures).toEqual(inOrder.measures);
    expect(waitQuantiles).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['order-changes-percentiles']);
  });
});

describe('what no formula covers', () => {
  it.each([
    ['an order by size', scenario(1, { discipline: { discipline: 'sjf' } }), 'there are 3 servers'],
    [
      'a limited station with general services',
      scenario(1, { capacity: 9, service: { distribution: 'lognormal', mean: 1, scv: 2 } }),
      'no formula for M/G/3/9: the station holds at most 9 customers',
    ],
  ])('%s: says why', (_, given, reason) => {
    const outcome = predict(given);
    expect(outcome.answered).toBe(false);
    if (!outcome.answered) expect(outcome.reason).toContain(reason);
  });
});

describe('large stations', () => {
  it('answers 100,000 servers at utilisation 0.99999 and a room of a million', () => {
    const { measures } = answered(scenario(99_999, { servers: 100_000 }));
    expect(measures.probabilityOfWait?.value).toBeCloseTo(0.9960456815644105, 9);
    const cutOff = answered(scenario(110_000, { servers: 100_000, capacity: 1_100_000 }));
    // Above saturation the room is always nearly full: the wait is that of a million places.
    expect(cutOff.measures.probabilityOfLoss?.value).toBeCloseTo(1 / 11, 9);
    expect(cutOff.measures.meanWait?.value).toBeCloseTo((1e6 - 11) / 1e5, 4);
  });
});

describe('a backlog too large for its equations', () => {
  it('drains as a flow: by 40 a second from 200,000 on, marked as an approximation', () => {
    const given = scenario(10, {
      servers: 6,
      service: { distribution: 'exponential', mean: 0.12 },
      backlog: 200_000,
    });
    const { measures, series = [], warnings } = answered({ ...given, run: { ...given.run, duration: 4800 } });
    const present = series.find(({ name }) => name === 'numberInSystem')?.value ?? [];
    expect(measures.throughput).toMatchObject({ kind: 'approximation', value: expect.closeTo(50, 2) });
    expect(present[0]).toBeCloseTo(200_000 - 40 * 50, 0);
    expect(present[24]).toBeCloseTo(200_000 - 40 * 2450, -1);
    expect(warnings.map(({ code }) => code)).toEqual(['approximation']);
  });

  it('and stays at the steady state when it is gone', () => {
    const given = scenario(10, {
      servers: 6,
      service: { distribution: 'exponential', mean: 0.12 },
      backlog: 200_000,
    });
    const { series = [] } = answered({ ...given, run: { ...given.run, duration: 9600 } });
    const present = series.find(({ name }) => name === 'numberInSystem')?.value ?? [];
    const steady = answered(
      scenario(10, { servers: 6, service: { distribution: 'exponential', mean: 0.12 } }),
    );
    expect(present.at(-1)).toBeCloseTo(steady.measures.meanNumberInSystem?.value ?? 0, 6);
  });
});
