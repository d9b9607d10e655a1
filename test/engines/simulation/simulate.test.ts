import { describe, expect, test } from 'vitest';
import { simulate, workerTeam } from '../../../src/engines/simulation/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import type { Scenario } from '../../../src/scenario/type.js';
import { confidence, expectCovered } from './covers.js';
import { poisson, station } from './station.js';

async function answerTo(scenario: Scenario, options?: Parameters<typeof simulate>[1]): Promise<Result> {
  const outcome = await simulate(scenario, options);
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

describe('against exact theory', () => {
  test('M/M/1/K: the geometric law cut off at K', async () => {
    const rho = 0.8;
    const capacity = 5;
    const weights = Array.from({ length: capacity + 1 }, (_, n) => rho ** n);
    const sum = weights.reduce((a, b) => a + b, 0);
    const loss = weights[capacity] / sum;
    const number = weights.reduce((total, weight, n) => total + n * weight, 0) / sum;
    const throughput = rho * (1 - loss);
    const result = await answerTo(
      station({ arrivals: poisson(rho), capacity, run: { confidence, precision: 0.02 } }),
    );
    expect(result.simulation?.algorithm).toBe('events');
    expectCovered(result.measures, {
      probabilityOfLoss: loss,
      throughput,
      utilisation: throughput,
      meanNumberInSystem: number,
      meanNumberInQueue: number - throughput,
      meanSojourn: number / throughput,
      meanWait: number / throughput - 1,
      probabilityOfWait: 1 - weights[0] / (sum - weights[capacity]),
    });
  });

  test('M/G/1: Pollaczek–Khinchine with hyperexponential services', async () => {
    const [rho, scv] = [0.7, 3];
    const wait = (rho / (1 - rho)) * ((1 + scv) / 2);
    const result = await answerTo(
      station({
        arrivals: poisson(rho),
        service: { distribution: 'hyperexponential', mean: 1, scv },
        run: { confidence, precision: 0.05 },
      }),
    );
    expectCovered(result.measures, {
      meanWait: wait,
      meanSojourn: wait + 1,
      meanNumberInQueue: rho * wait,
      utilisation: rho,
      probabilityOfWait: rho,
    });
  });

  test('M/G/infinity: a Poisson number in service, whatever the law', async () => {
    const result = await answerTo(
      station({
        arrivals: poisson(5),
        servers: 'infinite',
        service: { distribution: 'erlang', mean: 1, k: 2 },
        run: { confidence, precision: 0.02, stopOn: ['meanSojourn', 'meanNumberInSystem'] },
      }),
    );
    expectCovered(result.measures, { throughput: 5, meanNumberInSystem: 5, meanSojourn: 1 });
    expect(result.measures.utilisation).toBeUndefined();
    expect(result.measures.meanWait).toBeUndefined();
    expect(result.waitQuantiles).toEqual([]);
  });
});

describe('invariants', () => {
  test("Little's law holds between time averages and customer averages", async () => {
    const { measures } = await answerTo(station());
    const value = (name: 'meanNumberInSystem' | 'throughput' | 'meanSojourn') =>
      measures[name]?.value ?? Number.NaN;
    expect(value('meanNumberInSystem') / (value('throughput') * value('meanSojourn'))).toBeCloseTo(1, 2);
  });

  test('the same seed gives the same bytes, with one thread or two', async () => {
    const scenario = station({ arrivals: poisson(0.9), run: { precision: 0.1 } });
    const alone = await answerTo(scenario);
    const two = await answerTo(scenario, { team: workerTeam(2) });
    expect(alone.simulation?.plannedCustomers).toBeGreaterThan(2e6);
    expect(JSON.stringify(two)).toBe(JSON.stringify(alone));
  });

  test('another seed gives another answer', async () => {
    const [first, second] = await Promise.all([1, 2].map(seed => answerTo(station({ run: { seed } }))));
    expect(first.measures.meanWait?.value).not.toBe(second.measures.meanWait?.value);
  });

  test('a loss that never happened is bounded, not excluded', async () => {
    const { measures, customers } = await answerTo(station({ arrivals: poisson(0.1), capacity: 50 }));
    const loss = measures.probabilityOfLoss;
    if (loss?.kind !== 'sampled' || customers === undefined) throw new Error('the loss is sampled');
    expect(loss).toMatchObject({ value: 0, low: 0 });
    expect(loss.high).toBeGreaterThanOrEqual(2.99 / customers);
    expect(loss.high).toBeLessThan(0.01);
  });

  test('percentiles and tails rise and fall as they must', async () => {
    const result = await answerTo(station());
    const values = result.sojournQuantiles.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    const tail = result.tails?.sojourn;
    expect(tail?.probability).toEqual([...(tail?.probability ?? [])].sort((a, b) => b - a));
    expect(tail?.time).toEqual([...(tail?.time ?? [])].sort((a, b) => a - b));
  });
});

describe('what it says when it cannot', () => {
  test('an unstable station gets a growth rate and no steady state', async () => {
    const result = await answerTo(station({ arrivals: poisson(1.5) }));
    const growth = result.measures.growthRate;
    expect(growth?.kind === 'sampled' && growth.low <= 0.5 && growth.high >= 0.5).toBe(true);
    expect(Object.keys(result.measures).sort()).toEqual(['growthRate', 'throughput', 'utilisation']);
    expect(result.sojournQuantiles).toEqual([]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['unstable']);
    expect(result.warnings[0].advice).toContain('At least 2 servers');
  });

  test('a budget that is too small is said to be, with the intervals that it got', async () => {
    const result = await answerTo(station({ run: { precision: 0.001, maxCustomers: 50_000 } }));
    expect(result.simulation).toMatchObject({ reached: false });
    expect(result.simulation?.customers).toBeLessThanOrEqual(50_000);
    expect(result.simulation?.notReached[0]).toMatch(/^meanWait \(got [\d.]+ %\)$/);
    expect(result.warnings.map(({ code }) => code)).toContain('precision-not-reached');
    expect(result.measures.meanWait).toMatchObject({ kind: 'sampled', reached: false });
  });

  test('a run that cannot have forgotten its empty start says so', async () => {
    const many = { servers: 100_000, arrivals: poisson(99_000), run: { maxCustomers: 1_000_000 } };
    const { warnings } = await answerTo(station(many));
    expect(warnings.map(({ code }) => code)).toContain('too-short');
    const enough = await answerTo(station());
    expect(enough.warnings).toEqual([]);
  });

  test('heavy tails are refused by the law, not by the data', async () => {
    const heavy = await answerTo(
      station({
        arrivals: poisson(0.5),
        service: { distribution: 'pareto', mean: 1, alpha: 2.5 },
        run: { maxCustomers: 200_000 },
      }),
    );
    expect(heavy.measures.meanWait).toBeUndefined();
    expect(heavy.measures.probabilityOfWait?.kind).toBe('sampled');
    expect(heavy.waitQuantiles.length).toBeGreaterThan(0);
    expect(heavy.simulation?.cannotBeEstimated[0]).toContain('tail index 2.5');
  });

  test('what it does not know is left to others, by name', async () => {
    const impatient = parseScenario(`
classes: { customers: { arrivals: 0.5/s, patience: 1s } }
stations: { desk: { servers: 1, service: 1s, discipline: lcfs-preemptive } }
`);
    expect(await simulate(impatient)).toEqual({
      answered: false,
      reason: expect.stringContaining('"desk" serves by lcfs-preemptive'),
    });
  });

  test('an interrupted run reports what it had', async () => {
    const controller = new AbortController();
    const result = await answerTo(station({ run: { precision: 0.001 } }), {
      signal: controller.signal,
      onProgress: customers => {
        if (customers > 20_000) controller.abort();
      },
    });
    expect(result.warnings.map(({ code }) => code)).toContain('interrupted');
    expect(result.measures.meanWait?.kind).toBe('sampled');
  });

  test('a signal that was given before the run leaves no answer to report', async () => {
    const controller = new AbortController();
    controller.abort();
    const outcome = await simulate(station(), { signal: controller.signal });
    expect(outcome).toEqual({
      answered: false,
      reason: 'it was interrupted before it had anything to report',
    });
  });
});

describe('the plan', () => {
  test('is told before the run, with the budget', async () => {
    const told: [number | undefined, number][] = [];
    await answerTo(station(), { onPlan: (planned, budget) => told.push([planned, budget]) });
    expect(told).toEqual([[expect.any(Number), 20e6]]);
  });
});
