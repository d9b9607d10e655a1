import { describe, expect, test } from 'vitest';
import { predict } from '../../src/engines/theory/index.js';
import { differencesOf } from '../../src/planning/difference/difference.js';
import type { PairOutcome } from '../../src/result/pair.js';
import type { Result, Sampled } from '../../src/result/result.js';
import { scenarioOf } from './evaluates.js';

const sampled = (value: number, low = value, high = value): Sampled => ({
  kind: 'sampled',
  value,
  low,
  high,
  halfWidth: Math.max(high - value, value - low),
  confidence: 0.95,
  effectiveSamples: 100,
});

const first = scenarioOf('arrivals: 1/s, service: { distribution: lognormal, mean: 1s, scv: 2 }, servers: 2');

/** What is made of one measure of a pair. */
async function changeOf(values: readonly [number, number], difference: Sampled, measure = 'meanWait') {
  const side = (value: number): Result => ({
    schema: 1,
    engine: 'simulation',
    scenario: first,
    measures: { [measure]: sampled(value) },
    waitQuantiles: [],
    sojournQuantiles: [],
    warnings: [],
  });
  const pair: PairOutcome = {
    answered: true,
    first: side(values[0]),
    second: side(values[1]),
    differences: { [measure]: difference },
    reached: true,
  };
  const unknown = { answered: false, reason: '' } as const;
  const found = await differencesOf(first, first, {
    theory: [unknown, unknown],
    simulated: async () => pair,
  });
  return { outcome: found.outcome, change: found.measures[0].change };
}

describe('what a change does', () => {
  test.each([
    ['the whole interval above 0', [2, 3], sampled(1, 0.2, 1.8), 'higher', 'decided'],
    ['the whole interval below 0', [3, 2], sampled(-1, -1.8, -0.2), 'lower', 'decided'],
    ['within 5 % of the first, 0 included', [2, 2], sampled(0, -0.09, 0.09), 'same', 'decided'],
    ['wider than that, 0 included', [2, 2.1], sampled(0.1, -0.2, 0.4), 'inconclusive', 'inconclusive'],
    ['nothing seen in either', [0, 0], sampled(0), 'inconclusive', 'inconclusive'],
    ['something in the second only', [0, 1], sampled(1, 0.5, 1.5), 'higher', 'decided'],
  ] as const)('%s', async (_, values, difference, change, outcome) => {
    expect(await changeOf(values, difference)).toEqual({ outcome, change });
  });

  test('is exact, and nothing is simulated, where theory is exact for both', async () => {
    const [one, two] = [1, 2].map(n => scenarioOf(`arrivals: 0.5/s, service: 1s, servers: ${n}`));
    const { outcome, measures } = await differencesOf(one, two, {
      theory: [predict(one), predict(two)],
      simulated: () => Promise.reject(new Error('it was simulated')),
    });
    expect(outcome).toBe('decided');
    // M/M/1 at 1/2: W = 2 s. M/M/2 at 1/4: W = 1 / (1 - 1/16) s.
    expect(measures.find(({ measure }) => measure === 'meanSojourn')).toMatchObject({
      difference: { value: expect.closeTo(16 / 15 - 2, 12) },
      change: 'lower',
      engine: 'theory',
    });
    expect(measures.find(({ measure }) => measure === 'throughput')?.change).toBe('same');
  });

  test('is not told where one grows without end, nor where nobody answers', async () => {
    const one = scenarioOf('arrivals: 0.5/s, service: 1s, servers: 1');
    const grows = scenarioOf('arrivals: 1.5/s, service: 1s, servers: 1');
    const nobody = async (): Promise<PairOutcome> => ({ answered: false, reason: 'nobody knows' });
    const unstable = await differencesOf(one, grows, {
      theory: [predict(one), predict(grows)],
      simulated: nobody,
    });
    expect(unstable).toMatchObject({
      outcome: 'decided',
      second: { growthRate: expect.closeTo(0.5, 12) },
      measures: [],
    });
    const unknown = await differencesOf(first, first, {
      theory: [predict(first), predict(first)],
      simulated: nobody,
    });
    expect(unknown).toMatchObject({ outcome: 'inconclusive', first: { reason: 'nobody knows' } });
  });
});
