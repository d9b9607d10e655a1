import { describe, expect, test } from 'vitest';
import { heal } from '../../src/planning/heal/heal.js';
import type { Aftermath, Phases } from '../../src/result/aftermath.js';
import type { Sampled } from '../../src/result/result.js';
import { outsideRate } from '../../src/scenario/supply-rate.js';
import type { Scenario } from '../../src/scenario/type.js';
import { runHeal } from '../../src/study/run-heal.js';
import { scenarioOf } from './evaluates.js';

const spike = { kind: 'spike', factor: 2, seconds: 15 } as const;
const clients = (rate: number, attempts: number) =>
  scenarioOf(
    `arrivals: ${rate}/s, service: 10ms, timeout: 1s, retry: { delay: 100ms, maxAttempts: ${attempts} }`,
  );
const report = (scenario: Scenario) => runHeal(scenario, { spike, watch: 60 }, { workers: 1, command: '' });

describe('whether a spike goes by', () => {
  test('clients who try three times at 70 % keep the queue long: nobody gets an answer in time any more', async () => {
    const { outcome, now, alwaysBelow, healsUpTo, failsAt, saturation } = await report(clients(70, 3));
    expect(outcome).toBe('never');
    const { goodput, amplification, healed, runs } = now.aftermath;
    expect(goodput.before.value).toBeCloseTo(70, -1);
    expect(goodput.after.value).toBe(0);
    expect(amplification.before.value).toBeCloseTo(1, 1);
    expect(amplification.after.value).toBeCloseTo(3, 1);
    expect(healed).toMatchObject({ value: 0, effectiveSamples: runs });
    // All three attempts of a third of the 100/s can be served.
    expect(alwaysBelow).toBeCloseTo(100 / 3, 9);
    expect(saturation).toBeCloseTo(100, 9);
    expect(healsUpTo).toBeGreaterThan(100 / 3);
    expect(failsAt).toBeLessThan(70);
  });

  test('one attempt, a short line or the last come first served: it heals, and as much is done as before', async () => {
    const once = await report(clients(70, 1));
    expect(once.outcome).toBe('heals');
    expect(once.now.aftermath.goodput.after.value).toBeCloseTo(70, -1);
    // The spike leaves 15 s (140/s - 100/s) waiting, of whom 30/s more are served than come.
    expect(once.now.aftermath.backAfter?.value).toBeGreaterThan(10);
    expect(once.now.aftermath.backAfter?.value).toBeLessThan(25);
    for (const remedy of ['capacity: 50', 'discipline: lcfs']) {
      const scenario = scenarioOf(
        `arrivals: 70/s, service: 10ms, timeout: 1s, retry: { delay: 100ms, maxAttempts: 3 }, ${remedy}`,
      );
      expect((await report(scenario)).outcome, remedy).toBe('heals');
    }
  });
});

const sampled = (value: number, low = value, high = value): Sampled => ({
  kind: 'sampled',
  value,
  low,
  high,
  halfWidth: Math.max(value - low, high - value),
  confidence: 0.95,
  effectiveSamples: 40,
});
const phases: Phases = { before: sampled(1), during: sampled(1), after: sampled(1) };
const aftermath = (healed: Sampled): Aftermath => ({
  runs: 40,
  healed,
  goodput: phases,
  amplification: phases,
});

describe('the load up to which it heals', () => {
  /** Heals up to so many a second and not beyond. */
  const upTo = (limit: number) => async (scenario: Scenario) => {
    const heals = outsideRate(scenario.classes.customers) <= limit;
    const healed = heals ? sampled(1, 0.91, 1) : sampled(0, 0, 0.09);
    return { answered: true, aftermath: aftermath(healed) } as const;
  };

  test('is found between that of all attempts and that without a spike', async () => {
    const { healsUpTo, failsAt = 0, outcome } = await heal(clients(70, 3), { spike }, upTo(52));
    expect(outcome).toBe('never');
    expect(healsUpTo).toBeLessThanOrEqual(52);
    expect(failsAt).toBeGreaterThan(52);
    expect(failsAt / healsUpTo).toBeLessThanOrEqual(1.05 + 1e-9);
  });

  test('is not below what even all attempts of everyone leave free, whatever is seen', async () => {
    const { healsUpTo } = await heal(clients(70, 2), { spike }, upTo(0));
    expect(healsUpTo).toBeCloseTo(50, 9);
  });

  test('a share of runs that heal is neither', async () => {
    const sometimes = async () =>
      ({ answered: true, aftermath: aftermath(sampled(0.8, 0.64, 0.9)) }) as const;
    expect((await heal(clients(70, 3), { spike }, sometimes)).outcome).toBe('sometimes');
  });
});

test.each([
  ['too many without a spike', 'arrivals: 120/s, service: 10ms', /1.2 times what the servers can do/],
  [
    'arrivals that follow the clock',
    'arrivals: { process: profile, rates: [1/s, 2/s], durations: [1min, 1min] }, service: 10ms',
    /not Poisson at a steady rate/,
  ],
  ['clients who wait for each other', 'clients: 5, service: 10ms', /class "customers" has clients/],
])('%s: one clear message', async (_, text, message) => {
  await expect(report(scenarioOf(text))).rejects.toThrow(message);
});
