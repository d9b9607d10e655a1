// The workloads of the speed table, as scenarios.
const exponential = mean => ({ distribution: 'exponential', mean });
const poisson = rate => ({ process: 'poisson', rate });
const oneClass = arrivals => ({ customers: { arrivals } });

const queue = (classes, station) => ({
  name: 'bench',
  run: {},
  classes,
  stations: { queue: { servers: 1, discipline: { discipline: 'fcfs' }, ...station } },
  routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
});

/** Customers who join the shortest of four queues, pass six more stations, and one time in ten begin again. */
function network() {
  const gates = [1, 2, 3, 4].map(i => `gate ${i}`);
  const steps = [1, 2, 3, 4, 5, 6].map(i => `step ${i}`);
  const station = mean => ({ servers: 1, discipline: { discipline: 'fcfs' }, service: exponential(mean) });
  const again = { leave: 0.9, ...Object.fromEntries(gates.map(name => [name, 0.025])) };
  return {
    name: 'bench',
    run: {},
    classes: oneClass(poisson(1)),
    stations: Object.fromEntries([
      ...gates.map(name => [name, station(1 / 0.35)]),
      ...steps.map(name => [name, station(1 / 1.5)]),
    ]),
    routes: Object.fromEntries([
      ['arrive', { strategy: 'join-shortest-queue', to: gates }],
      ...gates.map(name => [name, { 'step 1': 1 }]),
      ...steps.map((name, i) => [name, i < 5 ? { [steps[i + 1]]: 1 } : again]),
    ]),
  };
}

/** A thousand stations; a customer visits ten of them. All are alike, because each is the next of three others. */
function thousand() {
  const names = Array.from({ length: 1000 }, (_, i) => `station ${i}`);
  const after = i => names[i % names.length];
  return {
    name: 'bench',
    run: {},
    classes: oneClass(poisson(1000)),
    stations: Object.fromEntries(
      names.map(name => [
        name,
        { servers: 1, discipline: { discipline: 'fcfs' }, service: exponential(0.08) },
      ]),
    ),
    routes: Object.fromEntries([
      ['arrive', { strategy: 'random', to: names }],
      ...names.map((name, i) => [
        name,
        { leave: 0.1, [after(7 * i + 1)]: 0.3, [after(13 * i + 4)]: 0.3, [after(31 * i + 13)]: 0.3 },
      ]),
    ]),
  };
}

/** The ten stations with clients in place of arrivals: nearly all of them wait at the gates. */
const crowded = () => ({ ...network(), classes: { customers: { clients: 100_000 } } });

const mm3 = queue(oneClass(poisson(2.4)), { servers: 3, service: exponential(1) });
const renewal = rate => ({
  process: 'renewal',
  interarrival: { distribution: 'erlang', mean: 1 / rate, k: 2 },
});

/**
 * By name: what it is, the C++ program that does the same, customers of a round, and how many times as long as C++
 * the engine may take; or beside which workload it is set, event by event.
 */
export const workloads = {
  'w1 recursion': {
    about: 'M/M/3, recursion',
    scenario: mm3,
    algorithm: 'recursion',
    yardstick: 'w1_kw',
    customers: 20e6,
    limit: 2.2,
  },
  w1: {
    about: 'M/M/3, events',
    scenario: mm3,
    algorithm: 'events',
    yardstick: 'w1_h4',
    customers: 8e6,
    limit: 2.5,
  },
  w2: {
    about: 'M/M/1000 at 0.95, events',
    scenario: queue(oneClass(poisson(950)), { servers: 1000, service: exponential(1) }),
    algorithm: 'events',
    yardstick: 'w2_h4',
    customers: 4e6,
    limit: 2,
  },
  w3: {
    about: 'two priorities, lognormal services, 3 servers',
    scenario: queue(
      {
        urgent: { arrivals: renewal(0.72), priority: 1 },
        patient: { arrivals: renewal(1.68), priority: 0 },
      },
      {
        servers: 3,
        service: { distribution: 'lognormal', mean: 1, scv: 2 },
        discipline: { discipline: 'priority' },
      },
    ),
    algorithm: 'events',
    yardstick: 'w3_h4',
    customers: 5e6,
    limit: 2.5,
  },
  w4: {
    about: 'ten stations with feedback',
    scenario: network(),
    algorithm: 'events',
    yardstick: 'w4_h4',
    customers: 1e6,
    events: 8.78,
    limit: 2.5,
  },
  w5: {
    about: 'M/M/1 at 0.8, shared (PS)',
    scenario: queue(oneClass(poisson(0.8)), { service: exponential(1), discipline: { discipline: 'ps' } }),
    algorithm: 'events',
    yardstick: 'w5_h4',
    customers: 5e6,
    limit: 2.5,
  },
  'w4 1,000 stations': {
    about: '1,000 stations, an event',
    scenario: thousand(),
    algorithm: 'events',
    beside: 'w4',
    customers: 8e5,
    events: 11,
    limit: 4,
  },
  'w4 100,000 waiting': {
    about: 'ten stations with feedback and 100,000 who wait, an event',
    scenario: crowded(),
    algorithm: 'events',
    // What the gates can serve, less those who begin again.
    rate: 1.4 * 0.9,
    beside: 'w4',
    customers: 8e5,
    events: 8.78,
    limit: 4,
  },
};
