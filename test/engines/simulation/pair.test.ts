import { describe, expect, test } from 'vitest';
import { simulatePair } from '../../../src/engines/simulation/index.js';
import { simulate } from '../../../src/engines/simulation/simulate.js';
import { predict } from '../../../src/engines/theory/index.js';
import { estimateOf } from '../../../src/result/estimate-of.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { Scenario } from '../../../src/scenario/type.js';

const queue = (service: string, servers: number, run = '{ maxCustomers: 100000 }'): Scenario =>
  parseScenario(`{ arrivals: 0.8/s, service: ${service}, servers: ${servers}, run: ${run} }`);

const exactly = (first: Scenario, second: Scenario, measure: string): number => {
  const [a, b] = [predict(first), predict(second)].map(outcome => {
    if (!outcome.answered) throw new Error(outcome.reason);
    return estimateOf(outcome.result, measure)?.value ?? Number.NaN;
  });
  return b - a;
};

describe('two scenarios under the same random numbers', () => {
  test('differ by what exact theory says, in 40 seeds as often as the interval claims', async () => {
    const covered = { meanWait: 0, p99Sojourn: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const run = `{ maxCustomers: 100000, precision: 1%, seed: ${seed} }`;
      const [first, second] = [queue('1s', 1, run), queue('950ms', 1, run)];
      const pair = await simulatePair(first, second);
      if (!pair.answered) throw new Error(pair.reason);
      for (const measure of ['meanWait', 'p99Sojourn'] as const) {
        const { low, high } = pair.differences[measure];
        const exact = exactly(first, second, measure);
        if (low <= exact && exact <= high) covered[measure]++;
      }
    }
    // Of 40 intervals at 95 % fewer than 34 hold in one case of a hundred.
    expect(covered.meanWait).toBeGreaterThanOrEqual(34);
    expect(covered.p99Sojourn).toBeGreaterThanOrEqual(33);
  });

  test('differ by far less than their own intervals allow', async () => {
    const [first, second] = [queue('1s', 1), queue('950ms', 1)];
    const pair = await simulatePair(first, second);
    if (!pair.answered) throw new Error(pair.reason);
    const own = pair.first.measures.meanWait;
    if (own?.kind !== 'sampled') throw new Error('not sampled');
    expect(pair.differences.meanWait.halfWidth).toBeLessThan(0.6 * own.halfWidth);
  });

  test('a scenario does not differ from itself', async () => {
    const pair = await simulatePair(queue('1s', 2), queue('1s', 2));
    if (!pair.answered) throw new Error(pair.reason);
    expect(pair.first).toEqual(pair.second);
    for (const { value, low, high } of Object.values(pair.differences))
      expect([value, low, high]).toEqual([0, 0, 0]);
    expect(pair.reached).toBe(true);
  });

  test('each has the numbers that it has alone, of as many customers', async () => {
    const run = '{ maxCustomers: 30000, precision: 0.1% }';
    const pair = await simulatePair(queue('1s', 2, run), queue('1s', 3, run));
    const alone = await simulate(queue('1s', 2, '{ maxCustomers: 15000, precision: 0.1% }'), {
      curves: false,
    });
    if (!pair.answered || !alone.answered) throw new Error('no answer');
    expect(pair.first.measures.meanWait).toMatchObject({
      value: alone.result.measures.meanWait?.value,
    });
  });

  test('nothing is compared where one grows without end', async () => {
    expect(await simulatePair(queue('1s', 1), queue('2s', 1))).toMatchObject({
      answered: false,
      reason: 'one of the two grows without end',
    });
  });
});
