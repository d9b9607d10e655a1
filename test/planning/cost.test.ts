import { expect, test } from 'vitest';
import { costOfAll } from '../../src/planning/cost.js';
import type { Sampled } from '../../src/result/result.js';
import { scenarioOf } from './evaluates.js';

const price = 'cost: { perServerHour: 3, currency: EUR }';
const servers = (value: number): { meanServers: Sampled } => ({
  meanServers: {
    kind: 'sampled',
    value,
    low: value,
    high: value,
    halfWidth: 0,
    confidence: 0.95,
    effectiveSamples: 9,
  },
});
const nothing = { measures: {} };

test('servers that are always there cost their number, those that come and go their mean', () => {
  const always = scenarioOf(`arrivals: 1/s, service: 1s, servers: 4, ${price}`);
  expect(costOfAll(always, nothing)).toEqual({ perHour: 12, currency: 'EUR' });
  const shifts = scenarioOf(
    `arrivals: 1/s, service: 1s, servers: 4, schedule: { changes: [{ at: 1h, servers: 2 }] }, ${price}`,
  );
  expect(costOfAll(shifts, { measures: servers(2.5) })).toEqual({ perHour: 7.5, currency: 'EUR' });
  expect(costOfAll(shifts, nothing)).toBeUndefined();
});

test('several stations cost their sum; without a price, or an end of servers, nothing is said', () => {
  const stations = (first: string) =>
    `arrivals: 1/s, stations: { a: { service: 1s, servers: ${first} }, b: { service: 1s, servers: 2 } }, routes: { arrive: a, a: b, b: leave }`;
  expect(costOfAll(scenarioOf(`${stations('3')}, ${price}`), nothing)?.perHour).toBe(15);
  expect(costOfAll(scenarioOf(`${stations('infinite')}, ${price}`), nothing)).toBeUndefined();
  expect(costOfAll(scenarioOf(stations('3')), nothing)).toBeUndefined();
});
