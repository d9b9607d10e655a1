import { describe, expect, test } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { closedBatches, openBatches } from '../../../src/engines/theory/formulas/batch-service.js';
import {
  multipleVacations,
  nPolicy,
  setUp,
  singleVacation,
} from '../../../src/engines/theory/formulas/idle-server.js';
import { setUpServers } from '../../../src/engines/theory/formulas/set-up-servers.js';
import { unequalServers } from '../../../src/engines/theory/formulas/unequal-servers.js';
import { stationary } from '../../numerics/stationary.js';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

const long = 'run: { precision: 4%, stopOn: [meanWait, meanSojourn], maxCustomers: 2000000 }';
const station = (arrivals: string, service: string, servers: number, more: string): string =>
  `{ arrivals: ${arrivals}, service: ${service}, servers: ${servers}, ${more}, ${long} }`;

describe('a server that does not start at once: M/G/1 exactly', () => {
  const erlang = distributionOf({ distribution: 'erlang', k: 2, mean: 1 });
  const uniform = distributionOf({ distribution: 'uniform', min: 0, max: 2 });
  const given = { arrivalRate: 0.7, service: erlang };
  test.each([
    ['setUp: { distribution: uniform, min: 0s, max: 2s }', setUp.solve({ ...given, setup: uniform, off: 1 })],
    ['startAt: 3', nPolicy.solve({ ...given, threshold: 3 })],
    [
      'vacation: { distribution: uniform, min: 0s, max: 2s }',
      multipleVacations.solve({ ...given, vacation: uniform }),
    ],
    [
      'vacation: { distribution: uniform, min: 0s, max: 2s }, vacations: single',
      singleVacation.solve({ ...given, vacation: uniform }),
    ],
  ])('%s', async (more, { meanWait, meanSojourn, utilisation }) => {
    const service = '{ distribution: erlang, k: 2, mean: 1s }';
    const { measures } = await answerTo(station('0.7/s', service, 1, `whenIdle: { ${more} }`));
    expectCovered(measures, { meanWait, meanSojourn, utilisation });
  });
});

describe('several servers that are set up: their Markov chain, solved by itself', () => {
  /** M/M/2 with set-up of rate `theta`, and with servers that stay on idle for a time of rate `off`: L and servers on. */
  function chain(lambda: number, mu: number, theta: number, off: number | undefined) {
    const most = 120;
    // Busy, idle and on, present.
    const states: number[][] = [];
    for (let n = 0; n <= most; n++)
      for (let busy = 0; busy <= Math.min(2, n); busy++)
        for (let idle = 0; idle <= (off === undefined || n > busy ? 0 : 2 - busy); idle++)
          states.push([busy, idle, n]);
    const solution = stationary(states, ([busy, idle, n]) => {
      const settingUp = Math.min(n - busy, 2 - busy - idle);
      return [
        { rate: n < most ? lambda : 0, to: idle > 0 ? [busy + 1, idle - 1, n + 1] : [busy, idle, n + 1] },
        {
          rate: busy * mu,
          to: n > busy ? [busy, idle, n - 1] : [busy - 1, off === undefined ? 0 : idle + 1, n - 1],
        },
        { rate: settingUp * theta, to: [busy + 1, idle, n] },
        { rate: idle * (off ?? 0), to: [busy, idle - 1, n] },
      ];
    });
    let [present, on] = [0, 0];
    for (const [i, [busy, idle, n]] of states.entries()) {
      present += solution[i] * n;
      on += solution[i] * (busy + idle + Math.min(n - busy, 2 - busy - idle));
    }
    return { meanNumberInSystem: present, meanServers: on, meanSojourn: present / lambda };
  }

  test.each([
    ['setUp: 2s', undefined],
    ['setUp: 2s, delayOff: 4s', 1 / 4],
  ])('%s', async (more, off) => {
    const { measures } = await answerTo(station('1/s', '1s', 2, `whenIdle: { ${more} }`));
    const exact = chain(1, 1, 1 / 2, off);
    expectCovered(measures, { ...exact, utilisation: 0.5 });
    const times = { meanService: 1, meanSetUp: 2, meanDelayOff: off === undefined ? 0 : 1 / off };
    const formula = setUpServers.solve({ arrivalRate: 1, servers: 2, ...times });
    expect(formula.meanSojourn).toBeCloseTo(exact.meanSojourn, 9);
    expect(formula.meanServers).toBeCloseTo(exact.meanServers, 9);
  });
});

describe('servers of different speed', () => {
  test('two, the fastest first: Gross and Harris', async () => {
    const exact = unequalServers.solve({ arrivalRate: 1, rates: [1.5, 0.5] });
    const { measures } = await answerTo(station('1/s', '1s', 2, 'speeds: [1.5, 0.5]'));
    const { meanWait, meanSojourn, probabilityOfWait, utilisation } = exact;
    expectCovered(measures, { meanWait, meanSojourn, probabilityOfWait, utilisation });
  });

  test('two, by chance: their Markov chain', async () => {
    // One customer: -1 with the fast server, -2 with the slow one; else the number present.
    const states = [0, -1, -2, ...Array.from({ length: 78 }, (_, n) => n + 2)];
    const solution = stationary(states, n => {
      if (n === 0) return [-1, -2].map(to => ({ rate: 0.5, to }));
      const up = { rate: n < 79 ? 1 : 0, to: n < 0 ? 2 : n + 1 };
      if (n < 0) return [up, { rate: n === -1 ? 1.5 : 0.5, to: 0 }];
      if (n > 2) return [up, { rate: 2, to: n - 1 }];
      return [up, { rate: 1.5, to: -2 }, { rate: 0.5, to: -1 }];
    });
    const present = solution.reduce((sum, p, i) => sum + p * (states[i] < 0 ? 1 : states[i]), 0);
    const { measures } = await answerTo(
      station('1/s', '1s', 2, 'speeds: { of: [1.5, 0.5], choose: random }'),
    );
    expectCovered(measures, { meanNumberInSystem: present, throughput: 1 });
  });

  test('that cannot keep up, however many they are', async () => {
    const { measures, warnings } = await answerTo(station('2/s', '1s', 3, 'speeds: [0.5, 0.5, 0.25]'));
    const growth = measures.growthRate;
    expect(growth?.kind === 'sampled' && growth.low <= 0.75 && growth.high >= 0.75).toBe(true);
    expect(warnings[0].message).toContain('that of 1.25 plain ones (servers have speeds of their own)');
    expect(warnings[0].advice).toBeUndefined();
  });

  const text = (choose: string) =>
    `{ arrivals: 1/s, service: { distribution: deterministic, value: 4s }, servers: 3, speeds: { of: [1, 4, 2], choose: ${choose} } }`;
  const times = { customers: [0, 0.5, 0.75, 0.8, 5] };

  test('the fastest idle one, customer by customer', () => {
    // By the second 0-1, the third 0.5-2.5, the first 0.75-4.75; at 1 the second takes who waits, and the last one.
    expect(departuresOf(text('fastest'), times)).toEqual([
      'customers@0 1',
      'customers@0.8 2',
      'customers@0.5 2.5',
      'customers@0.75 4.75',
      'customers@5 6',
    ]);
  });

  test('the one that is idle longest, customer by customer', () => {
    // By the first 0-4, the second 0.5-1.5, the third 0.75-2.75; the second again 1.5-2.5, then idle before the others.
    expect(departuresOf(text('longest-idle'), times)).toEqual([
      'customers@0.5 1.5',
      'customers@0.8 2.5',
      'customers@0.75 2.75',
      'customers@0 4',
      'customers@5 6',
    ]);
  });
});

/** The mean number in the system of a birth and death process. */
function birthDeath(lambda: number, death: (n: number) => number) {
  const weights = [1];
  for (let n = 1; n < 3000; n++) weights.push((weights[n - 1] * lambda) / death(n));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.reduce((sum, w, n) => sum + n * w, 0) / total;
}

describe('a speed that depends on the number of customers: birth and death', () => {
  test.each([
    ['fcfs', 2],
    ['lcfs', 2],
    ['ps', 1],
  ])('by number, %s', async (discipline, servers) => {
    const more = `loadDependence: { byNumber: [1, 1.5, 2] }, discipline: ${discipline}`;
    const { measures } = await answerTo(station('1.5/s', '1s', servers, more));
    const present = birthDeath(1.5, n => [1, 1.5, 2][Math.min(n, 3) - 1]);
    expectCovered(measures, { meanNumberInSystem: present, meanSojourn: present / 1.5 });
  });

  test('the Universal Scalability Law: eight servers that get less done than four equal ones', async () => {
    const more = 'loadDependence: { contention: 10%, coherence: 2% }';
    const { measures } = await answerTo(station('2/s', '1s', 8, more));
    const speed = (n: number) => n / (1 + 0.1 * (n - 1) + 0.02 * n * (n - 1));
    const present = birthDeath(2, n => speed(Math.min(n, 8)));
    expectCovered(measures, { meanNumberInSystem: present, meanSojourn: present / 2 });
  });

  test('customer by customer', () => {
    const text =
      '{ arrivals: 1/s, service: { distribution: deterministic, value: 4s }, servers: 2, loadDependence: { byNumber: [1, 1, 3] } }';
    // Alone at 1 until 1 s; two at 1/2 each until 3 s: 2 s and 3 s left. Two of three at 3/2 each: the first is done at
    // 13/3. Then two at 1/2: the second has 1 s left, done at 19/3; the last had 4, now 3, alone: at 28/3.
    expect(departuresOf(text, { customers: [0, 1, 3] })).toEqual([
      `customers@0 ${(13 / 3).toFixed(9)}`,
      `customers@1 ${(19 / 3).toFixed(9)}`,
      `customers@3 ${(28 / 3).toFixed(9)}`,
    ]);
  });
});

describe('services of several customers together', () => {
  test('closed when they start: Bailey', async () => {
    const { meanWait, meanSojourn } = closedBatches.solve({
      arrivalRate: 1.5,
      meanService: 1,
      batch: 2,
      servers: 1,
      minimum: 1,
    });
    const { measures } = await answerTo(station('1.5/s', '1s', 1, 'batchService: { size: 2 }'));
    expectCovered(measures, { meanWait, meanSojourn, meanService: 1 });
  });

  test('open to those who come: Gross and Harris', async () => {
    const exact = openBatches.solve({ arrivalRate: 1.5, meanService: 1, batch: 2 });
    const more = 'batchService: { size: 2, latecomers: join }';
    const { measures } = await answerTo(station('1.5/s', '1s', 1, more));
    const { meanNumberInSystem, meanNumberInQueue, root } = exact;
    expectCovered(measures, { meanNumberInSystem, meanNumberInQueue, utilisation: root });
  });

  test('by two servers that wait for two of at most three: their Markov chain', async () => {
    // Batches in service, customers who wait; at most one waits while a server is idle.
    const most = 150;
    const states: number[][] = [];
    for (let busy = 0; busy <= 2; busy++)
      for (let waiting = 0; waiting <= (busy < 2 ? 1 : most); waiting++) states.push([busy, waiting]);
    const solution = stationary(states, ([busy, waiting]) => {
      const begins = busy < 2 && waiting === 1;
      return [
        { rate: waiting < most ? 2 : 0, to: begins ? [busy + 1, 0] : [busy, waiting + 1] },
        { rate: busy, to: waiting >= 2 ? [busy, Math.max(0, waiting - 3)] : [busy - 1, waiting] },
      ];
    });
    const queue = solution.reduce((sum, p, i) => sum + p * states[i][1], 0);
    const busy = solution.reduce((sum, p, i) => sum + p * states[i][0], 0);
    const { measures } = await answerTo(station('2/s', '1s', 2, 'batchService: { size: 3, minimum: 2 }'));
    expectCovered(measures, { meanNumberInQueue: queue, utilisation: busy / 2, throughput: 2 });
    const batches = { arrivalRate: 2, meanService: 1, batch: 3, servers: 2, minimum: 2 };
    const formula = closedBatches.solve(batches);
    expect(formula.meanNumberInQueue).toBeCloseTo(queue, 9);
    expect(formula.utilisation).toBeCloseTo(busy / 2, 9);
  });

  test('customer by customer', () => {
    const text = (more: string) =>
      `{ arrivals: 1/s, service: { distribution: deterministic, value: 4s }, servers: 1, batchService: { size: 2${more} } }`;
    const times = { customers: [0, 1, 2, 3] };
    expect(departuresOf(text(''), times)).toEqual(
      ['0 4', '1 8', '2 8', '3 12'].map(line => `customers@${line}`),
    );
    expect(departuresOf(text(', minimum: 2'), times)).toEqual(
      ['0 5', '1 5', '2 9', '3 9'].map(line => `customers@${line}`),
    );
    expect(departuresOf(text(', latecomers: join'), times)).toEqual(
      ['0 4', '1 4', '2 8', '3 8'].map(line => `customers@${line}`),
    );
  });
});
