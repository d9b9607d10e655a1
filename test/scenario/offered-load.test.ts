import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredLoad } from '../../src/scenario/offered-load.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { visitsTo } from '../../src/scenario/routes/traffic.js';
import type { Shares } from '../../src/scenario/type.js';

const loads = (text: string) => offeredLoad(parseScenario(text));

describe('the load of one station', () => {
  it('is rate times service time', () =>
    expect(loads('arrivals: 120/s\nservice: 20ms\nservers: 4')).toEqual({
      queue: { arrivalRate: 120, erlangs: 2.4, utilisation: 0.6 },
    }));

  it('counts those who come back: 1 / (1 - 0.2) visits', () => {
    const { queue } = loads(
      'arrivals: 8/s\nservice: 50ms\nservers: 1\nroutes: { queue: { queue: 20%, leave: 80% } }',
    );
    expect(queue.arrivalRate).toBeCloseTo(10, 12);
    expect(queue.utilisation).toBeCloseTo(0.5, 12);
  });

  it('is not told where the mean service time is infinite', () =>
    expect(
      loads('arrivals: 1/s\nservice: { distribution: pareto, alpha: 0.9, min: 1ms }\nservers: 1'),
    ).toEqual({
      queue: { arrivalRate: 1 },
    }));
});

it('of a network solves the traffic equations', () => {
  // v1 = 1 + v3 / 4, v2 = v1 / 2, v3 = v1 / 2 + v2 = v1: v1 = v3 = 4/3, v2 = 2/3.
  const { a, b, c } = loads(`
arrivals: 3/s
stations:
  a: { servers: 1, service: 100ms }
  b: { servers: 2, service: 1s }
  c: { servers: 1, service: 50ms }
routes: { arrive: a, a: { b: 0.5, c: 0.5 }, b: c, c: { a: 25%, leave: 75% } }`);
  expect([a, b, c].map(({ arrivalRate }) => arrivalRate)).toEqual([
    expect.closeTo(4, 12),
    expect.closeTo(2, 12),
    expect.closeTo(4, 12),
  ]);
  expect([a, b, c].map(({ utilisation }) => utilisation)).toEqual([
    expect.closeTo(0.4, 12),
    expect.closeTo(1, 12),
    expect.closeTo(0.2, 12),
  ]);
});

it('of random open networks, what comes in goes out, and each station balances', () => {
  const network = fc.integer({ min: 1, max: 8 }).chain(size =>
    fc.record({
      entry: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }),
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    }),
  );
  fc.assert(
    fc.property(network, ({ entry, rows }) => {
      const names = entry.map((_, i) => `s${i}`);
      const shares = (weights: readonly number[], leave: number) => {
        const total = weights.reduce((sum, weight) => sum + weight, leave);
        return Object.fromEntries(
          [...names, 'leave'].map((name, i) => [name, (weights[i] ?? leave) / total]),
        );
      };
      const routes: Readonly<Record<string, Shares>> = {
        arrive: shares(entry, 1),
        ...Object.fromEntries(names.map((name, i) => [name, shares(rows[i], 1)])),
      };
      const to = names.map(name => names.indexOf(name));
      const visits = visitsTo(
        names.map(name => routes.arrive[name]),
        from => to.map(place => [place, routes[names[from]][names[place]]] as const),
      );
      const flowTo = (to: string) =>
        names.reduce((sum, name, i) => sum + visits[i] * routes[name][to], routes.arrive[to]);
      for (const [i, name] of names.entries()) expect(flowTo(name)).toBeCloseTo(visits[i], 9);
      expect(flowTo('leave')).toBeCloseTo(1, 9);
    }),
    { seed: 5, numRuns: 200 },
  );
});
