import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';

const shortForm = 'arrivals: 120/s\nservice: 20ms\nservers: 4\n';

describe('the short form', () => {
  it('is one class of Poisson arrivals at one station of exponential services', () => {
    expect(parseScenario(shortForm, { file: 'there/order-workers.yaml' })).toEqual({
      name: 'order-workers',
      classes: { customers: { arrivals: { process: 'poisson', rate: 120 } } },
      stations: {
        queue: {
          servers: 4,
          service: { distribution: 'exponential', mean: 0.02 },
          discipline: { discipline: 'fcfs' },
        },
      },
      routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
      run: {
        seed: 1,
        confidence: 0.95,
        precision: 0.05,
        stopOn: ['meanWait', 'meanSojourn', 'p99Sojourn'],
        warmUp: 'auto',
        maxCustomers: 20_000_000,
      },
    });
  });

  it('is the same as the long form', () => {
    const long = `
name: same
classes: { customers: { arrivals: { process: poisson, rate: 120/s } } }
stations:
  queue: { servers: 4, service: { distribution: exponential, mean: 20ms }, discipline: fcfs }
routes: { arrive: queue, queue: { leave: 100% } }
run: { seed: 1, precision: 5%, warmUp: auto }`;
    expect(parseScenario(`name: same\n${shortForm}`)).toEqual(parseScenario(long));
  });

  it('is the same in JSON', () => {
    expect(parseScenario('{"arrivals":"120/s","service":"20ms","servers":4}')).toEqual(
      parseScenario(shortForm),
    );
  });

  it('is the same with a byte order mark and the line ends of Windows', () => {
    expect(parseScenario(`\ufeff${shortForm.replaceAll('\n', '\r\n')}`)).toEqual(parseScenario(shortForm));
  });
});

const station = (more: string) => parseScenario(`${shortForm}${more}`).stations.queue;

describe('one station', () => {
  it('has a capacity, a discipline and what happens when it is full', () => {
    expect(station('capacity: 10\ndiscipline: ps\nwhenFull: drop')).toMatchObject({
      capacity: 10,
      discipline: { discipline: 'ps' },
      whenFull: 'drop',
    });
  });

  it.each([
    ['{ distribution: lognormal, mean: 20ms, scv: 2 }', { distribution: 'lognormal', mean: 0.02, scv: 2 }],
    ['{ mean: 20ms, scv: 2 }', { distribution: 'hyperexponential', mean: 0.02, scv: 2 }],
    ['{ mean: 20ms, scv: 0 }', { distribution: 'deterministic', value: 0.02 }],
    ['{ distribution: exponential, rate: 50/s }', { distribution: 'exponential', rate: 50 }],
    [
      '{ distribution: mixture, probabilities: [90%, 0.1], of: [5ms, { distribution: deterministic, value: 1s }] }',
      {
        distribution: 'mixture',
        probabilities: [0.9, 0.1],
        of: [
          { distribution: 'exponential', mean: 0.005 },
          { distribution: 'deterministic', value: 1 },
        ],
      },
    ],
  ])('is served by %s', (text, service) => {
    expect(parseScenario(`arrivals: 1/s\nservers: infinite\nservice: ${text}`).stations.queue).toEqual({
      servers: 'infinite',
      service,
      discipline: { discipline: 'fcfs' },
    });
  });
});

it('keeps classes of their own services, priorities, patience and retries', () => {
  const { classes, stations } = parseScenario(
    `
classes:
  gold: { arrivals: 10/s, priority: 2 }
  rest: { arrivals: { process: deterministic, interval: 50ms }, patience: 2s, retry: { delay: 1s, maxAttempts: 3 } }
service: { gold: 5ms, rest: 20ms }
servers: 1
capacity: 20
whenFull: retry
`.replace('priority: 2 }', 'priority: 2, retry: { delay: 2s, maxAttempts: 1 } }'),
  );
  expect(classes.rest).toEqual({
    arrivals: { process: 'deterministic', interval: 0.05 },
    patience: { distribution: 'exponential', mean: 2 },
    retry: { delay: { distribution: 'exponential', mean: 1 }, maxAttempts: 3 },
  });
  expect(classes.gold.priority).toBe(2);
  expect(stations.queue.service).toEqual({
    gold: { distribution: 'exponential', mean: 0.005 },
    rest: { distribution: 'exponential', mean: 0.02 },
  });
});

describe('a live run', () => {
  const live = (text: string) => parseScenario(`${shortForm}live: ${text}`).live;

  it('is not asked for unless it is written', () => expect(parseScenario(shortForm).live).toBeUndefined());

  it('has defaults', () =>
    expect(live('{}')).toEqual({ broker: 'zeromq', messages: 2000, service: 'virtual', payloadBytes: 0 }));

  it('lasts for a time instead of a number of messages', () =>
    expect(live('{ broker: redis-list, duration: 30s, service: natural, payload: 100 }')).toEqual({
      broker: 'redis-list',
      duration: 30,
      service: 'natural',
      payloadBytes: 100,
    }));
});

it('keeps thresholds, cost, description and the run', () => {
  const scenario = parseScenario(`${shortForm}
name: all of it
description: What it is about.
thresholds: ['p99.9 wait <= 1s', loss < 0.1%]
cost: { perServerHour: 0.2, currency: EUR }
run: { seed: 7, precision: 2%, confidence: 99%, stopOn: [p95Wait], warmUp: 5min, maxCustomers: 1e6 }`);
  expect(scenario).toMatchObject({
    name: 'all of it',
    description: 'What it is about.',
    cost: { perServerHour: 0.2, currency: 'EUR' },
    run: {
      seed: 7,
      precision: 0.02,
      confidence: 0.99,
      stopOn: ['p95Wait'],
      warmUp: 300,
      maxCustomers: 1_000_000,
    },
  });
  expect(scenario.thresholds?.map(({ measure }) => measure)).toEqual(['p99.9Wait', 'probabilityOfLoss']);
});

it('feeds customers back to the only station without more routes than that', () => {
  expect(parseScenario(`${shortForm}routes: { queue: { queue: 10%, leave: 0.9 } }`).routes).toEqual({
    arrive: { queue: 1 },
    queue: { queue: 0.1, leave: 0.9 },
  });
});

it('gives data that nobody can change', () => {
  const scenario = parseScenario(`${shortForm}run: { stopOn: [meanWait] }`);
  expect(Object.isFrozen(scenario)).toBe(true);
  expect(Object.isFrozen(scenario.stations.queue.service)).toBe(true);
  expect(Object.isFrozen(scenario.run.stopOn)).toBe(true);
});

it.each([
  ['a/b/orders.json', 'orders'],
  ['C:\\work\\orders.yml', 'orders'],
  ['.yaml', 'scenario'],
  ['a\u001bb.yaml', 'a·b'],
])('without a name is called after its file: %s', (file, name) => {
  expect(parseScenario(shortForm, { file }).name).toBe(name);
});
