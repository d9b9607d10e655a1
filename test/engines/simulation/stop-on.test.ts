import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';

const shop = (run: string) => `
classes:
  orders: { arrivals: 50/s, priority: 1 }
  reports: { arrivals: 2/s }
stations:
  desk: { servers: 1, service: 10ms, discipline: priority }
  archive: { servers: 1, service: 100ms }
routes:
  arrive: desk
  desk: { byClass: { orders: leave, reports: archive } }
  archive: leave
run: ${run}
`;

async function answerOf(text: string): Promise<Result> {
  const outcome = await simulate(parseScenario(text), { curves: false });
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const relative = (estimate: { value: number; halfWidth?: number } | undefined) =>
  (estimate?.halfWidth ?? Number.NaN) / (estimate?.value ?? Number.NaN);

test('a run stops when a percentile of one class is known, which needs more than one of all', async () => {
  const of = async (name: string) => answerOf(shop(`{ precision: 5%, stopOn: [${name}] }`));
  const [all, one] = [await of('p90Sojourn'), await of('p90Sojourn of reports')];
  const p90 = one.classes?.reports.sojournQuantiles.find(({ p }) => p === 0.9);
  expect(relative(p90 as { value: number })).toBeLessThanOrEqual(0.05);
  expect(p90).toMatchObject({ reached: true });
  expect(one.simulation?.reached).toBe(true);
  expect(one.customers ?? 0).toBeGreaterThan(2 * (all.customers ?? 0));
});

test('or a measure of one station, and says of which one it did not get so far', async () => {
  const far = await answerOf(shop('{ precision: 5%, stopOn: [meanWait at archive] }'));
  expect(relative(far.stations?.archive.measures.meanWait)).toBeLessThanOrEqual(0.05);
  const near = await answerOf(shop('{ precision: 1%, stopOn: [meanWait at archive], maxCustomers: 50000 }'));
  expect(near.simulation?.reached).toBe(false);
  expect(near.simulation?.notReached).toEqual([expect.stringMatching(/^meanWait at archive \(got .* %\)$/)]);
});

test('in runs of a given duration too', async () => {
  const { simulation } = await answerOf(
    shop('{ duration: 100s, precision: 2%, stopOn: [meanSojourn of reports] }'),
  );
  expect(simulation?.reached).toBe(true);
  expect(simulation?.replications).toBeGreaterThan(16);
});

test.each([
  ['meanWait of oders', 'there is no class "oders"', 'orders'],
  ['meanWait at desks', 'there is no station "desks"', 'desk'],
  ['meanwhile of orders', '"meanwhile" is not a measure', 'mean wait'],
])('%s: what is wrong is said', (name, message, suggestion) => {
  expect(() => parseScenario(shop(`{ stopOn: [${name}] }`))).toThrow(message);
  expect(() => parseScenario(shop(`{ stopOn: [${name}] }`))).toThrow(suggestion);
});
