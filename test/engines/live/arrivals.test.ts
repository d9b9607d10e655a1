import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { processes } from '../../../src/arrivals/index.js';
import { measure } from '../../../src/engines/live/index.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { singleStation } from '../../../src/scenario/single-station.js';
import { Customers, firstCustomers } from '../../../src/workload/customers.js';
import { type Schedule, workloadOf } from '../../../src/workload/workload.js';
import { scratch } from '../../cli/sojourn.js';

const messages = 40;

/** Each kind of arrivals that there is, at about 200 a second. */
const arrivals: Readonly<Record<keyof typeof processes, string>> = {
  poisson: '200/s',
  deterministic: '{ process: deterministic, interval: 5ms }',
  renewal: '{ process: renewal, rate: 200/s, scv: 3 }',
  batch: '{ process: batch, rate: 200/s, size: 4 }',
  mmpp: '{ process: mmpp, rates: [400/s, 50/s], holding: [50ms, 50ms] }',
  'on-off': '{ process: on-off, onRate: 400/s, meanOn: 50ms, meanOff: 50ms }',
  map: '{ process: map, d0: [-300/s, 100/s, 0/s, -200/s], d1: [100/s, 100/s, 150/s, 50/s] }',
  profile: '{ process: profile, rates: [300/s, 100/s], durations: [100ms, 100ms] }',
  sinusoidal: '{ process: sinusoidal, rate: 200/s, amplitude: 80%, period: 200ms }',
  trace: '{ process: trace, file: requests.csv }',
};

test.each(Object.entries(arrivals))(
  'a real queue is sent the %s arrivals of the simulation',
  async (_, process) => {
    const folder = scratch();
    const times = Array.from({ length: 20 }, (_, i) => `${(i * i) / 5000}`);
    writeFileSync(join(folder, 'requests.csv'), `time\n${times.join('\n')}\n`);
    const path = join(folder, 'scenario.yaml');
    writeFileSync(
      path,
      `arrivals: ${process}\nservice: 5ms\nservers: 2\nlive: { broker: in-process, messages: ${messages} }\n`,
    );
    const scenario = loadScenario(path);
    const station = singleStation(scenario);
    if (typeof station === 'string' || !scenario.live) throw new Error('no station to drive');
    const [customers] = Object.values(scenario.classes);
    const workload = workloadOf({ ...station, customers, backlog: 0 }, scenario.live, scenario.run.seed);
    const { observations, record } = await measure(scenario, { customers: workload, attempts: 1 });

    const first = firstCustomers(new Customers(station, scenario.run.seed, 0), messages);
    expect(observations.intended).toEqual(first.arrivals);
    expect(observations.service).toEqual(first.services);
    expect(observations.sent.every((time, i) => time >= first.arrivals[i])).toBe(true);
    expect(observations.sent).toEqual(observations.sent.slice().sort());
    expect(record.ledger).toMatchObject({ sent: messages, processed: messages, lost: 0, duplicated: 0 });
  },
);

test('a run of a given duration is sent all who arrive within it, whatever the rate is then', () => {
  const folder = scratch();
  const path = join(folder, 'scenario.yaml');
  writeFileSync(
    path,
    'arrivals: { process: profile, rates: [10/s, 500/s], durations: [5s, 5s] }\nservice: 5ms\nservers: 2\nlive: { duration: 5s }\n',
  );
  const scenario = loadScenario(path);
  const station = singleStation(scenario);
  if (typeof station === 'string' || !scenario.live) throw new Error('no station to drive');
  const [customers] = Object.values(scenario.classes);
  const { intended } = workloadOf({ ...station, customers, backlog: 0 }, scenario.live, 1) as Schedule;
  const all = firstCustomers(new Customers(station, 1, 0), intended.length + 1).arrivals;
  expect(intended).toEqual(all.subarray(0, intended.length));
  expect(intended[intended.length - 1]).toBeLessThanOrEqual(5);
  expect(all[intended.length]).toBeGreaterThan(5);
  // 50 expected, not the 1275 of the long run.
  expect(intended.length).toBeLessThan(100);
});
