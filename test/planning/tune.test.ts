import { describe, expect, test } from 'vitest';
import type { Evaluate } from '../../src/planning/evaluate.js';
import { axisOf } from '../../src/planning/sweep/axis.js';
import { tune } from '../../src/planning/tune/tune.js';
import type { Sampled } from '../../src/result/result.js';
import type { Scenario } from '../../src/scenario/type.js';
import { evaluator } from '../../src/study/evaluator.js';
import { scenarioOf } from './evaluates.js';

const scaled = (target: string, ...thresholds: string[]) =>
  scenarioOf(
    `arrivals: { process: profile, rates: [2/s, 6/s], durations: [1min, 1min] }, service: 1s, servers: 2, autoscaling: { signal: queue-length, target: ${target}, every: 10s }, cost: { perServerHour: 3, currency: EUR }, run: { duration: 2min }`,
    ...thresholds,
  );
const axis = axisOf('autoscaling.target=1,2,4,8');
const cells = (...thresholds: string[]) =>
  axis.values.map(value => ({ at: [value], scenario: scaled(value, ...thresholds) }));

const sampled = (value: number, halfWidth = 0.01): Sampled => ({
  kind: 'sampled',
  value,
  low: value - halfWidth,
  high: value + halfWidth,
  halfWidth,
  confidence: 0.95,
  effectiveSamples: 1000,
});

/** Servers, mean wait and sojourn by target. */
const made: Readonly<Record<number, readonly [servers: number, wait: number]>> = {
  1: [9, 1],
  2: [7, 2],
  4: [7.5, 4],
  8: [5, 9],
};
const byTable: Evaluate = async scenario => {
  const { target = 0 } = scenario.stations.queue.autoscaling ?? {};
  const [servers, wait] = made[target];
  return {
    answered: true,
    result: {
      schema: 1,
      engine: 'simulation',
      scenario,
      measures: {
        meanServers: sampled(servers),
        peakServers: sampled(2 * servers),
        meanWait: sampled(wait),
        meanSojourn: sampled(1 + wait),
      },
      waitQuantiles: [],
      sojournQuantiles: [],
      warnings: [],
    },
  };
};
const asked = (target: string, evaluate: Evaluate, scenario: Scenario = scaled('4', target)) =>
  tune(scenario, { axes: [axis], cells: cells(target) }, evaluate);

describe('the setting of an autoscaler', () => {
  test('is the one with the fewest servers of those that meet the targets', async () => {
    const { outcome, best, table, busiestLoad, scenario } = await asked('mean wait < 5s', byTable);
    expect({ outcome, best }).toEqual({ outcome: 'met', best: 1 });
    expect(busiestLoad).toBeCloseTo(6, 12);
    expect(table.map(({ decision }) => decision)).toEqual(['met', 'met', 'met', 'missed']);
    expect(table.map(({ overshoot }) => overshoot)).toEqual([3, 14 / 6, 2.5, 10 / 6]);
    // Four have more servers and longer waits than two.
    expect(table.map(({ efficient }) => efficient)).toEqual([true, true, false, true]);
    expect(table[1].cost).toEqual({ perHour: 21, currency: 'EUR' });
    expect(scenario.stations.queue.autoscaling?.target).toBe(2);
  });

  test('is impossible where all are known to miss the targets', async () => {
    const { outcome, best } = await asked('mean wait < 500ms', byTable);
    expect({ outcome, best }).toEqual({ outcome: 'impossible', best: undefined });
  });

  test('by simulation: the less each may leave waiting, the more servers there are and the shorter the wait', async () => {
    const { table, outcome, best } = await asked('mean wait < 6s', evaluator({ workers: 1 }));
    const of = (name: string) => table.map(({ measures }) => measures[name]?.value ?? Number.NaN);
    expect(of('meanServers')).toEqual(of('meanServers').toSorted((a, b) => b - a));
    expect(of('meanWait')).toEqual(of('meanWait').toSorted((a, b) => a - b));
    expect(outcome).toBe('met');
    expect(best).toBe(table.findLastIndex(({ decision }) => decision === 'met'));
  });

  test('without an autoscaler or a target there is nothing to set', async () => {
    const plain = scenarioOf('arrivals: 1/s, service: 100ms', 'mean wait < 1s');
    await expect(tune(plain, { axes: [axis], cells: [] }, byTable)).rejects.toThrow(/has no autoscaler/);
    await expect(tune(scaled('4'), { axes: [axis], cells: [] }, byTable)).rejects.toThrow(
      /no target is given/,
    );
  });
});
