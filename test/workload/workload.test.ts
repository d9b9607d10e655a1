import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { onlyStation } from '../../src/scenario/single-station.js';
import { clientOf } from '../../src/workload/client-work.js';
import { Customers, firstCustomers } from '../../src/workload/customers.js';
import { isOfClients, type Schedule, type Workload, workloadOf } from '../../src/workload/workload.js';

function workload(supply: string, seed = 1): Workload {
  const scenario = parseScenario(`${supply}\nservice: 20ms\nservers: 2\nlive: { messages: 300 }\n`);
  const station = onlyStation(scenario);
  if (typeof station === 'string' || scenario.live === undefined) throw new Error('no station');
  return workloadOf(station, scenario.live, seed);
}

test('a schedule holds the first customers, whom the simulation serves too', () => {
  const { intended, services } = workload('arrivals: 70/s') as Schedule;
  const law = { distribution: 'exponential', mean: 0.02 };
  const station = {
    className: 'customers',
    stationName: 'queue',
    service: law,
    servers: 2,
    discipline: 'fcfs',
  };
  const first = firstCustomers(
    new Customers({ ...station, arrivals: { process: 'poisson', rate: 70 } }, 1, 0),
    300,
  );
  expect({ intended, services }).toEqual({ intended: first.arrivals, services: first.services });
});

test('a backlog is there at time 0, before those who arrive', () => {
  const { intended, services, backlog } = workload('arrivals: 70/s\nbacklog: 40') as Schedule;
  expect(backlog).toBe(40);
  expect(services).toHaveLength(340);
  expect(intended.subarray(0, 40)).toEqual(new Float64Array(40));
  expect(intended.subarray(40)).toEqual((workload('arrivals: 70/s') as Schedule).intended);
});

test('a client draws its own, the same for the same seed, however many others there are', () => {
  const [few, many] = [workload('clients: 2\nthink: 1s'), workload('clients: 9\nthink: 1s')];
  if (!isOfClients(few) || !isOfClients(many)) throw new Error('no clients');
  const ten = (next: ReturnType<typeof clientOf>) => Array.from({ length: 10 }, next);
  const first = ten(clientOf(few.draws, 1));
  expect(ten(clientOf(many.draws, 1))).toEqual(first);
  expect(ten(clientOf(many.draws, 0))).not.toEqual(first);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const long = Array.from({ length: 20_000 }, clientOf(few.draws, 0));
  // Exponential: the standard deviation is the mean.
  for (const [name, expected] of [
    ['think', 1],
    ['service', 0.02],
  ] as const)
    expect(Math.abs(mean(long.map(one => one[name])) / expected - 1)).toBeLessThan(4 / Math.sqrt(20_000));
});

test('clients who do not think ask again at once', () => {
  const work = workload('clients: 2');
  if (!isOfClients(work)) throw new Error('no clients');
  expect(clientOf(work.draws, 0)().think).toBe(0);
});
