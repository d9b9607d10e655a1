import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalProcessOf } from '../../src/arrivals/index.js';
import { withArrivals, withServers } from '../../src/planning/change.js';
import { smallest } from '../../src/planning/smallest.js';
import type { ArrivalSpec, CustomerClass } from '../../src/scenario/type.js';
import { few } from '../traces/few.js';
import { scenarioOf } from './evaluates.js';

const arrivalsOf = ({ arrivals }: CustomerClass) => arrivals as ArrivalSpec;

describe('more arrivals', () => {
  const station = 'service: 1s, servers: 9';
  const processes = [
    'arrivals: 2/s',
    'arrivals: { process: deterministic, rate: 2/s }',
    'arrivals: { process: deterministic, interval: 500ms }',
    'arrivals: { process: renewal, rate: 2/s, scv: 3 }',
    'arrivals: { process: renewal, interarrival: { distribution: erlang, mean: 500ms, k: 3 } }',
    'arrivals: { process: renewal, interarrival: { distribution: mixture, probabilities: [50%, 50%], of: [{ distribution: deterministic, value: 300ms }, { distribution: exponential, mean: 700ms }] } }',
    'arrivals: { process: batch, rate: 2/s, size: 4 }',
    'arrivals: { process: batch, batchRate: 0.5/s, meanSize: 4 }',
    'arrivals: { process: mmpp, rates: [1/s, 3/s], holding: [10s, 10s] }',
    'arrivals: { process: on-off, rate: 2/s, meanOn: 3s, meanOff: 6s }',
    'arrivals: { process: on-off, onRate: 6/s, meanOn: 3s, meanOff: 6s }',
    // Ten requests in eight seconds and the mean gap that closes them.
    `arrivals: { process: trace, file: ${few}, speed: ${2 / (9 / 8)} }`,
  ];

  test.each(processes)('%s', text => {
    const before = scenarioOf(`${text}, ${station}`);
    const after = withArrivals(before, 2.5);
    const [old, denser] = [before, after].map(({ classes }) =>
      arrivalProcessOf(arrivalsOf(classes.customers)),
    );
    expect(old.rate).toBeCloseTo(2, 12);
    expect(denser.rate).toBeCloseTo(5, 12);
    expect(denser.kendall).toBe(old.kendall);
    // Of a renewal process the variability of its times stays; bursts that come as often are the denser.
    if (text.includes('mmpp') || text.includes('on-off'))
      expect(denser.dispersion).toBeGreaterThan(old.dispersion);
    else expect(denser.scv).toBeCloseTo(old.scv, 12);
    expect(withArrivals(after, 1 / 2.5).classes.customers.arrivals).toEqual(
      expect.objectContaining({ process: arrivalsOf(before.classes.customers).process }),
    );
  });

  test('leaves the rest, and the scenario itself, alone', () => {
    const before = scenarioOf(`arrivals: 2/s, ${station}`);
    const copy = structuredClone(before);
    const after = withServers(withArrivals(before, 2), 'queue', 4);
    expect(before).toEqual(copy);
    expect(after.stations.queue).toEqual({ ...before.stations.queue, servers: 4 });
    expect(after.run).toBe(before.run);
  });
});

describe('the smallest number that will do', () => {
  test('is found from any guess, and few are tried', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          least: fc.integer({ min: 1, max: 50 }),
          answer: fc.integer({ min: 1, max: 3000 }),
          first: fc.integer({ min: 1, max: 3000 }),
        }),
        async ({ least, answer, first }) => {
          const tried: number[] = [];
          const found = await smallest(
            async n => {
              tried.push(n);
              return n >= answer;
            },
            { least, most: 4000, first },
          );
          expect(found).toBe(Math.max(least, answer));
          expect(new Set(tried).size).toBe(tried.length);
          expect(tried.length).toBeLessThan(30);
          for (const n of tried) expect(n >= least && n <= 4000).toBe(true);
        },
      ),
      { seed: 3 },
    );
  });

  test('is undefined where none will do', async () => {
    expect(await smallest(async () => false, { least: 3, most: 700, first: 5 })).toBeUndefined();
  });
});
