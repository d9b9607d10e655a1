import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predict } from '../../src/engines/theory/index.js';
import { withServers } from '../../src/planning/change.js';
import { size } from '../../src/planning/size/size.js';
import type { Sizing } from '../../src/planning/size/sizing.js';
import { estimateOf } from '../../src/result/estimate-of.js';
import type { Scenario } from '../../src/scenario/type.js';
import { evaluator } from '../../src/study/evaluator.js';
import { bySimulation, byTheory, scenarioOf } from './evaluates.js';

/** The first number of servers, counted up from one, at which every threshold holds. */
function bruteForce(scenario: Scenario, most: number): number | undefined {
  for (let servers = 1; servers <= most; servers++) {
    const outcome = predict(withServers(scenario, 'queue', servers), { curves: false });
    if (!outcome.answered) throw new Error(outcome.reason);
    const { result } = outcome;
    const holds = (scenario.thresholds ?? []).every(({ measure, limit }) => {
      const estimate = estimateOf(result, measure);
      return estimate !== undefined && estimate.value < limit;
    });
    if (holds && result.measures.growthRate === undefined) return servers;
  }
  return undefined;
}

/** Sizing problems in units of the service time, 1 s: what comes, how it is served, what is wanted. */
const problems = fc
  .record({
    load: fc.double({ min: 0.2, max: 40, noNaN: true }),
    law: fc.constantFrom('1s', '{ distribution: deterministic, value: 1s }'),
    capacity: fc.option(fc.integer({ min: 60, max: 90 })),
    statistic: fc.constantFrom('p99 wait', 'p80 wait', 'mean wait', 'p99.9 wait', 'mean sojourn'),
    limit: fc.double({ min: 0.02, max: 8, noNaN: true }),
    busy: fc.option(fc.integer({ min: 50, max: 95 })),
  })
  .map(({ load, law, capacity, statistic, limit, busy }) => {
    // Of limited stations theory knows those of exponential services.
    const service = capacity === null ? law : '1s';
    const room = capacity === null ? '' : `, capacity: ${capacity}`;
    const least = statistic === 'mean sojourn' ? 1 : 0;
    return scenarioOf(
      `arrivals: ${load}/s, service: ${service}${room}`,
      `${statistic} < ${least + limit}s`,
      ...(busy === null ? [] : [`utilisation < ${busy}%`]),
    );
  });

describe('the smallest number of servers', () => {
  test('equals that by counting up from one, in 50 random problems', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async scenario => {
        const { outcome, servers } = await size(scenario, {}, byTheory);
        const expected = bruteForce(scenario, scenario.stations.queue.capacity ?? 90);
        expect({ outcome, servers }).toEqual({
          outcome: expected === undefined ? 'impossible' : 'met',
          servers: expected,
        });
      }),
      { numRuns: 50, seed: 20 },
    );
  });

  test('found by simulation equals the exact one, or it is said that it is inconclusive', async () => {
    const told: Sizing['outcome'][] = [];
    const small = problems.filter(({ thresholds = [], stations }) => {
      const { service } = stations.queue;
      return (
        thresholds.length === 1 &&
        thresholds[0].measure !== 'p99.9Wait' &&
        service.distribution === 'exponential'
      );
    });
    await fc.assert(
      fc.asyncProperty(small, async scenario => {
        const run = { ...scenario.run, maxCustomers: 120_000 };
        const { outcome, servers, table } = await size(
          { ...scenario, run },
          { around: 0, headroom: false },
          bySimulation,
        );
        told.push(outcome);
        const exact = bruteForce(scenario, 90) as number;
        if (outcome === 'met') expect(servers).toBe(exact);
        else if (servers !== undefined) expect(servers).toBeGreaterThanOrEqual(exact);
        expect(outcome).not.toBe('impossible');
        expect(table.length).toBeGreaterThan(0);
      }),
      { numRuns: 50, seed: 5 },
    );
    expect(told.filter(outcome => outcome === 'met').length).toBeGreaterThan(25);
  });

  test('with one to spare there is one more, and the room for growth is that of the others', async () => {
    const scenario = scenarioOf('arrivals: 300/min, service: 2s', 'p99 wait < 5s');
    const without = await size(scenario, {}, byTheory);
    const spared = await size(scenario, { spare: 1 }, byTheory);
    expect(spared).toMatchObject({ outcome: 'met', servers: (without.servers ?? 0) + 1, spare: 1 });
    expect(spared.headroom).toEqual(without.headroom);
    const row = (n?: number) => spared.table.find(({ servers }) => servers === n);
    expect([row(without.servers)?.decision, row(spared.servers)?.decision]).toEqual(['met', 'met']);
    const room = scenarioOf('arrivals: 3/s, service: 1s, capacity: 4', 'loss < 21%');
    expect((await size(room, {}, byTheory)).servers).toBe(4);
    expect((await size(room, { spare: 1 }, byTheory)).outcome).toBe('impossible');
    await expect(size(room, { spare: 4 }, byTheory)).rejects.toThrow(/room for 4 customers/);
  });

  test('of servers that take several at once, by simulation: one of two is enough where eight share a service', async () => {
    const gpus = scenarioOf(
      'arrivals: 60/s, service: 120ms, batchService: { size: 8 }, run: { maxCustomers: 400000 }',
      'p99 wait < 600ms',
    );
    // 66.7/s are the most that one can do, so it is busy and its queue long; two are half idle.
    const { outcome, servers, table } = await size(gpus, { headroom: false }, bySimulation);
    expect({ outcome, servers }).toEqual({ outcome: 'met', servers: 2 });
    expect(table.map(row => [row.servers, row.load])).toEqual([
      [1, expect.closeTo(0.9, 12)],
      [2, expect.closeTo(0.45, 12)],
      [3, expect.closeTo(0.3, 12)],
    ]);
  });

  test('of servers that have to be set up: more of them than ever start at once help nobody', async () => {
    const functions = scenarioOf(
      'arrivals: 20/s, service: 80ms, whenIdle: { setUp: 300ms, delayOff: 2s }, run: { maxCustomers: 200000 }, cost: { perServerHour: 2, currency: EUR }',
      'p99.9 wait < 1ms',
    );
    const { outcome, reason, table } = await size(functions, {}, bySimulation);
    expect(outcome).toBe('inconclusive');
    expect(reason).toBe('up to 107 servers were tried and even those miss the targets');
    // Only those that are on are paid for.
    const [last] = table.slice(-1);
    expect(last.cost?.perHour).toBeCloseTo(2 * (last.measures.meanServers?.value ?? 0), 12);
    expect(last.cost?.perHour).toBeLessThan(20);
  });

  test('the rate from which servers that fail cannot keep up counts the time in which they are down', async () => {
    const crashing = scenarioOf(
      'arrivals: 7/min, service: 1min, breakdowns: { upTime: 50min, repairTime: 5min }',
      'mean sojourn < 2min',
    );
    const { servers = 0, headroom } = await size(crashing, {}, evaluator({ workers: 1 }));
    expect((headroom?.saturation ?? 0) * 60).toBeCloseTo((servers * 50) / 55, 9);
  });

  test('Shippable: 30 builds an hour of 5 minutes', async () => {
    const builds = scenarioOf('arrivals: 30/h, service: 5min', 'p99 wait < 15min');
    const minutes = [0.5, 5, 10, 15, 20, 25];
    const within = minutes.map(time => ({ of: 'wait' as const, time: time * 60 }));
    const { servers, table } = await size(builds, { within }, byTheory);
    expect(servers).toBe(4);
    const shares = (n: number) => {
      const row = table.find(one => one.servers === n);
      return minutes.map(time => row?.within.find(share => share.time === time * 60)?.value ?? Number.NaN);
    };
    const golden: Record<number, (number | undefined)[]> = {
      3: [0.33, 0.57, 0.74, 0.84, 0.9, 0.94],
      4: [0.72, 0.93, 0.98],
      5: [0.9, 0.99],
      7: [0.99],
    };
    for (const [n, expected] of Object.entries(golden)) {
      const found = shares(Number(n)).slice(0, expected.length);
      expect(found.map(share => Math.round(share * 100) / 100)).toEqual(expected);
    }
  });

  test('a call centre: 300 calls in half an hour of 3 minutes, 80 % within 15 s', async () => {
    const calls = scenarioOf('arrivals: 300/30min, service: 180s', 'p80 wait < 15s');
    const { servers, table } = await size(calls, {}, byTheory);
    expect(servers).toBe(35);
    const served = (n: number) => table.find(row => row.servers === n)?.within[0].value;
    expect(served(35)).toBeCloseTo(0.812, 3);
    expect(served(34)).toBeCloseTo(0.73, 3);
  });

  test('a merge queue at 1.37 of what it can do is told how fast it grows', async () => {
    const merges = scenarioOf('arrivals: 56/d, service: { mean: 35min, scv: 0 }', 'mean wait < 1h');
    const { servers, table, offeredLoad } = await size(merges, {}, byTheory);
    expect(offeredLoad).toBeCloseTo((56 * 35) / 1440, 12);
    expect(servers).toBe(2);
    const [one] = table;
    expect(one).toMatchObject({ servers: 1, decision: 'missed' });
    expect(one.load).toBeCloseTo(1.36, 2);
    expect((one.measures.growthRate?.value ?? 0) * 86_400).toBeCloseTo(56 - 1440 / 35, 9);
    expect(one.measures.meanWait).toBeUndefined();
  });
});

describe('headroom', () => {
  test('is the rate at which the target is just met, by the closed form of M/M/1', async () => {
    // W = S / (1 - ρ) = 4 S at ρ = 3/4.
    const scenario = scenarioOf('arrivals: 1/s, service: 0.5s', 'mean sojourn < 2s');
    const { servers, headroom } = await size(scenario, {}, byTheory);
    expect(servers).toBe(1);
    expect(headroom?.factor).toBeCloseTo(1.5, 3);
    expect(headroom?.breaks).toMatchObject({ targets: ['mean sojourn < 2s'], decision: 'missed' });
    expect(headroom?.saturation).toBeCloseTo(2, 9);
  });

  test('ends where the queue grows without end, for a target that is met until then', async () => {
    const scenario = scenarioOf('arrivals: 1/s, service: 0.5s', 'utilisation < 100%');
    const { headroom } = await size(scenario, { growth: { fraction: 1, period: 'week' } }, byTheory);
    expect(headroom?.factor).toBeCloseTo(2, 3);
    expect(headroom?.breaks?.targets).toEqual([]);
    expect(headroom?.lasts?.periods).toBeCloseTo(1, 3);
  });
});

describe('what cannot be met or asked', () => {
  test('a sojourn shorter than the service itself is impossible, whatever the servers', async () => {
    const { outcome, servers, reason } = await size(
      scenarioOf('arrivals: 3/s, service: 1s', 'p99 sojourn < 4s'),
      {},
      byTheory,
    );
    expect({ outcome, servers }).toEqual({ outcome: 'impossible', servers: undefined });
    expect(reason).toContain('p99 sojourn < 4s');
  });

  test('a loss that a server at every place does not avoid is impossible', async () => {
    const { outcome, table } = await size(
      scenarioOf('arrivals: 30/s, service: 1s, capacity: 10', 'loss < 1%'),
      {},
      byTheory,
    );
    expect(outcome).toBe('impossible');
    expect(table).toMatchObject([{ servers: 10, decision: 'missed' }]);
  });

  test.each([
    ['no target', [], /no target/],
    ['a lower limit', ['throughput > 3/s'], /lower limit/],
    ['a loss where nothing is lost', ['loss < 1%'], /without a capacity/],
    ['nobody who gives up', ['abandonment < 1%'], /without a patience/],
    ['a limit of nothing', ['p99 wait < 0s'], /below 0/],
    ['a measure that servers do not decide', ['mean service < 1s'], /do not decide/],
  ])('%s is refused', async (_, targets, message) => {
    await expect(size(scenarioOf('arrivals: 3/s, service: 1s', ...targets), {}, byTheory)).rejects.toThrow(
      message,
    );
  });

  test('servers of which more is said than their number', async () => {
    const shifts = scenarioOf(
      'arrivals: 3/s, service: 1s, servers: 2, schedule: { changes: [{ at: 8h, servers: 9 }] }',
      'mean wait < 1s',
    );
    await expect(size(shifts, {}, byTheory)).rejects.toThrow(
      /servers come and go by a schedule, so .*"sojourn staff"/,
    );
    const scaled = scenarioOf(
      'arrivals: 3/s, service: 1s, servers: 2, autoscaling: { signal: queue-length, target: 2, every: 9s }',
      'mean wait < 1s',
    );
    await expect(size(scaled, {}, byTheory)).rejects.toThrow(/autoscaler, so .*"sojourn tune"/);
  });

  test('a station that is not there, and one among several that is not named', async () => {
    const two = scenarioOf('arrivals: 3/s, service: 1s', 'mean wait < 1s');
    const both = { ...two, stations: { a: two.stations.queue, b: two.stations.queue } };
    await expect(size(two, { station: 'db' }, byTheory)).rejects.toThrow(/no station "db"; expected queue/);
    await expect(size(both, {}, byTheory)).rejects.toThrow(/--station a or b/);
  });
});
