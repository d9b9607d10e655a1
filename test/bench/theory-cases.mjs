// Parameters for the bench of theory: a few as people have them, and some at the most that is allowed.
import { geometricBatch, listedBatch } from '../../dist/engines/theory/formulas/batch-sizes.js';
import { constantRate, steps, wave } from '../../dist/engines/theory/formulas/rate-profile.js';

const loads = [0.3, 0.8, 0.99, 1 - 1e-6];
const laws = mean => [
  { distribution: 'exponential', mean },
  { distribution: 'erlang', mean, k: 3 },
  { distribution: 'hyperexponential', mean, scv: 4 },
  { distribution: 'gamma', mean, scv: 0.37 },
  { distribution: 'lognormal', mean, scv: 3 },
  { distribution: 'weibull', mean, shape: 0.5 },
  { distribution: 'uniform', min: mean / 2, max: 1.5 * mean },
  { distribution: 'pareto', mean, alpha: 2.5 },
  { distribution: 'deterministic', value: mean },
];

/** Stations of all kinds, those that the model covers: each is solved as often as the bench calls it. */
export function modelCases({ covers, solve }, { arrivalProcessOf, renewalProcess, distributionOf }) {
  const stations = [];
  for (const load of loads) {
    for (const servers of [1, 4, 13, 30, 300, 1000, 1_000_000, Number.POSITIVE_INFINITY]) {
      const rate = load * Math.min(servers, 1e6);
      const arrivals = [
        arrivalProcessOf({ process: 'poisson', rate }),
        arrivalProcessOf({ process: 'mmpp', rates: [0.5 * rate, 1.5 * rate], holding: [30, 30] }),
        ...laws(1 / rate).map(law => renewalProcess(distributionOf(law))),
      ];
      for (const come of arrivals) {
        for (const law of laws(1)) {
          for (const room of [Number.POSITIVE_INFINITY, 0, 50, 1_000_000]) {
            stations.push({
              arrivals: come,
              service: distributionOf(law),
              servers,
              capacity: servers + room,
              discipline: 'fcfs',
            });
          }
        }
      }
    }
  }
  const covered = stations.filter(station => covers(station) === true);
  const few = Math.max(1, Math.floor(covered.length / 30));
  return covered.filter((_, i) => i % few === 0).map(station => () => solve(station));
}

const station = (load, servers = 1) => ({ arrivalRate: load * servers, meanService: 1, servers });
const byLoad = f => loads.map(f);
const queues = [
  [1, 1, 1, 1],
  [30, 1, 1, 1],
  [1000, 0.999, 2, 0.5],
].map(([servers, load, arrivalScv, serviceScv]) => ({
  ...station(load * 0.999, servers),
  arrivalScv,
  serviceScv,
}));
const network = (customers, servers) => ({
  customers,
  demands: customers.map((_, r) => servers.map((__, i) => 0.5 + r + i / 2)),
  servers,
  thinkTimes: customers.map(() => 1),
});
const batched = servers =>
  loads.flatMap(load =>
    [
      geometricBatch(3),
      listedBatch([
        [1, 0.5],
        [9, 0.5],
      ]),
      listedBatch([[1000, 1]]),
    ].map(sizes => ({
      batchRate: (servers * load) / sizes.mean,
      sizes,
      meanService: 1,
      servers,
      serviceScv: 0.3,
    })),
  );
const interrupting = law =>
  [0, 1, 3, 6, 8].map(i => ({
    urgentRate: 0.1,
    urgentService: law(laws(1)[i]),
    rate: 0.3,
    service: law(laws(1)[i]),
  }));
const polled = law =>
  [2, 40].flatMap(n =>
    [0, 0.1].map(meanSwitchOver => ({
      rates: Array.from({ length: n }, (_, i) => (0.9 * (i + 1)) / ((n * (n + 1)) / 2)),
      services: Array.from({ length: n }, () => law(laws(1)[1])),
      meanSwitchOver,
      switchOverScv: 1,
    })),
  );
const rates = [
  constantRate(4),
  wave(4, 3, 24),
  steps([
    [0, 4],
    [2, 6],
    [7, 1],
  ]),
];

const cases = {
  singleServerLimited: law =>
    laws(1).flatMap(each => [10, 2500].map(capacity => ({ arrivalRate: 0.9, service: law(each), capacity }))),
  impatientStation: law =>
    laws(0.7).flatMap(patience =>
      [
        [1.5, 1],
        [0.9, 50],
        [1.2, 1000],
      ].map(([load, servers]) => ({ ...station(load, servers), patience: law(patience) })),
    ),
  finiteSource: () =>
    [
      [10, 2],
      [1000, 100],
      [100_000, 50_000],
    ].map(([sources, servers]) => ({ sources, rate: 0.5, meanService: 1, servers })),
  engset: () =>
    [
      [10, 2],
      [1000, 100],
      [100_000, 50_000],
    ].map(([sources, servers]) => ({ sources, rate: 0.5, meanService: 1, servers })),
  baulkingStation: () =>
    [1, 100, 10_000].map(c => ({ ...station(2, c), joining: found => (found < 2 * c ? 1 : 0.3) })),
  failingWork: () =>
    [1, 100, 1_000_000].map(c => ({
      ...station(0.9, c),
      failing: 0.05,
      deliveries: Number.POSITIVE_INFINITY,
    })),
  runLength: () => byLoad(load => ({ utilisation: load, precision: 0.05, confidence: 0.95 })),
  discouragedArrivals: () => [0.1, 5, 500].map(arrivalRate => ({ arrivalRate, meanService: 1 })),
  loadDependentStation: () =>
    [3, 1000, 100_000].map(n => ({
      arrivalRate: 2,
      meanService: 1,
      speeds: Array.from({ length: n }, (_, i) => 1 + Math.min(i, 2)),
      servers: 1,
    })),
  retrials: () =>
    [
      [0.5, 1, 1],
      [0.9, 10, 1],
      [0.8, 100, 0.5],
      [0.95, 3, 0.1],
      [0.9, 1000, 1],
    ].map(([load, c, retrialRate]) => ({ ...station(load, c), retrialRate })),
  batchArrivals: () => batched(4),
  batchArrivalsGeneral: () => batched(1),
  batchArrivalsAtServers: () => batched(4),
  openBatches: () => byLoad(load => ({ arrivalRate: load * 100, meanService: 1, batch: 100 })),
  closedBatches: () =>
    [
      [1, 1],
      [4, 20],
      [30, 20],
    ].flatMap(([servers, minimum]) =>
      byLoad(load => ({ arrivalRate: load * 100 * servers, meanService: 1, batch: 100, servers, minimum })),
    ),
  unequalServers: () =>
    byLoad(load => ({ arrivalRate: 18 * load, rates: [4, 3, 3, 2, 2, 2, 1, 1] })).concat(
      byLoad(load => ({
        arrivalRate: 60 * load,
        rates: Array.from({ length: 40 }, (_, i) => (i < 20 ? 2 : 1)),
      })),
    ),
  unequalServersByChance: () =>
    byLoad(load => ({
      arrivalRate: load * 500.5,
      rates: Array.from({ length: 1000 }, (_, i) => (i + 1) / 1000),
    })),
  breakdowns: () =>
    [
      [0.5, 1],
      [0.8, 10],
      [0.8, 60],
    ].flatMap(([load, c]) =>
      [0.01, 1].map(speed => ({ ...station(load, c), failureRate: 0.1 * speed, repairRate: speed })),
    ),
  breakdownsOfBusyServers: () =>
    [
      [0.5, 1],
      [0.8, 60],
    ].map(([load, c]) => ({ ...station(load, c), failureRate: 0.1, repairRate: 1 })),
  breakdownsWhileServing: law =>
    laws(1)
      .filter((_, i) => i !== 7)
      .map(each => ({ arrivalRate: 0.5, service: law(each), failureRate: 0.1, repair: law(each) })),
  multipleVacations: law =>
    laws(1)
      .filter((_, i) => i !== 7)
      .map(each => ({ arrivalRate: 0.7, service: law(each), vacation: law(each) })),
  singleVacation: law =>
    laws(1)
      .filter((_, i) => i !== 7)
      .map(each => ({ arrivalRate: 0.7, service: law(each), vacation: law(each) })),
  setUp: law =>
    laws(1)
      .filter((_, i) => i !== 7)
      .map(each => ({ arrivalRate: 0.7, service: law(each), setup: law(each), off: 1 })),
  setUpServers: () =>
    [
      [0.5, 1],
      [0.8, 10],
      [0.8, 60],
    ].flatMap(([load, c]) =>
      [0, 3].map(meanDelayOff => ({ ...station(load, c), meanSetUp: 2, meanDelayOff })),
    ),
  nPolicy: law => laws(1).map(each => ({ arrivalRate: 0.7, service: law(each), threshold: 9 })),
  nonPreemptive: () =>
    [2, 50].map(n => ({
      classes: Array.from({ length: n }, () => ({ rate: 0.9 / n, service: { mean: 1, scv: 2 } })),
    })),
  nonPreemptiveVariances: law =>
    [2, 50].map(n => ({
      rates: Array.from({ length: n }, () => 0.9 / n),
      services: Array.from({ length: n }, () => law(laws(1)[1])),
    })),
  preemptiveResume: () =>
    [2, 50].map(n => ({
      classes: Array.from({ length: n }, () => ({ rate: 0.9 / n, service: { mean: 1, scv: 2 } })),
    })),
  preemptiveRestart: law => interrupting(law),
  preemptiveResample: law => interrupting(law),
  nonPreemptiveServers: () =>
    [
      [2, 3],
      [50, 1000],
    ].map(([n, servers]) => ({
      rates: Array.from({ length: n }, () => (0.9 * servers) / n),
      meanService: 1,
      servers,
    })),
  preemptiveServers: () =>
    [
      [2, 3],
      [50, 1000],
    ].map(([n, servers]) => ({
      rates: Array.from({ length: n }, () => (0.9 * servers) / n),
      meanService: 1,
      servers,
    })),
  waitByOrder: law =>
    laws(1)
      .filter((_, i) => i !== 7)
      .map(each => ({ arrivalRate: 0.7, service: law(each) })),
  pollingExhaustive: law => polled(law),
  pollingGated: law => polled(law),
  processorSharing: () => byLoad(arrivalRate => ({ arrivalRate, meanService: 1 })),
  sharedExponential: () => byLoad(arrivalRate => ({ arrivalRate, meanService: 1 })),
  sharedServers: () =>
    [
      [0.9, 4, Number.POSITIVE_INFINITY],
      [0.9, 1000, 2000],
    ].map(([load, servers, capacity]) => ({ ...station(load, servers), capacity })),
  discriminatory: () =>
    [2, 50].map(n => ({
      rates: Array.from({ length: n }, () => 0.9 / n),
      meanServices: Array.from({ length: n }, () => 1),
      weights: Array.from({ length: n }, (_, i) => i + 1),
    })),
  lastComeInterrupting: () => byLoad(arrivalRate => ({ arrivalRate, meanService: 1 })),
  busyPeriod: law => laws(1).map(each => ({ arrivalRate: 0.7, service: law(each) })),
  sizeBased: law => laws(1).map(each => ({ arrivalRate: 0.7, service: law(each) })),
  singleServerBounds: () => [{ ...queues[0], arrivalRate: 0.9 }],
  randomSplit: () => byLoad(load => station(load, 100)),
  roundRobin: () => byLoad(load => station(load, 100)).concat(station(0.9, 10_000)),
  forkJoinPair: () => byLoad(load => ({ arrivalRate: load, meanService: 1, tasks: 2 })),
  forkJoinMany: () => byLoad(load => ({ arrivalRate: load, meanService: 1, tasks: 1_000_000 })),
  orderStatistic: law =>
    [3, 30].map(n => ({ laws: Array.from({ length: n }, (_, i) => law(laws(1)[i % 7])), number: n - 1 })),
  shortestQueue: () =>
    [
      [0.5, 2, 2],
      [0.9, 2, 2],
      [0.7, 4, 2],
      [0.7, 4, 4],
      [0.9, 4, 4],
      [0.8, 6, 6],
      [0.9, 20, 20],
    ].map(([load, c, choices]) => ({ ...station(load, c), choices })),
  moreChoices: () => [0.5, 0.8, 0.9].map(load => ({ ...station(load, 100), choices: 2 })),
  powerOfManyChoices: () => byLoad(load => ({ load, meanService: 1, choices: 2 })),
  openNetwork: () =>
    [2, 50].map(n => ({
      external: Array.from({ length: n }, () => 0.3),
      routing: Array.from({ length: n }, () => Array.from({ length: n }, () => 0.5 / n)),
      meanServices: Array.from({ length: n }, () => 1),
      servers: Array.from({ length: n }, () => 2),
    })),
  openClasses: () =>
    [2, 50].map(n => ({
      rates: Array.from({ length: n }, () => 0.5 / n),
      demands: Array.from({ length: n }, () => Array.from({ length: n }, () => 1)),
    })),
  closedNetwork: () => [
    network([10], [1, 1, 1]),
    network([4, 3, 2], [1, 2, 3]),
    network([20, 20, 20], [1, 1, 1]),
    network([15, 15, 15], [1, 2, 1]),
    network([5000], [1, 4, 1]),
  ],
  loadDependentNetwork: () =>
    [[10], [4, 3, 2], [300]].map(customers => {
      const { servers, ...rest } = network(customers, [1, 1, 1]);
      return { ...rest, speeds: servers.map(() => [1, 1.8, 2.3, 2]) };
    }),
  approximateMva: () => [network([10], [1, 1, 1]), network([1e6, 1e6, 1e6], [1, 1, 1])],
  closedGeneral: () =>
    [10, 10_000].map(customers => ({
      customers,
      demands: [1, 2, 0.5],
      scvs: [0, 4, 1],
      servers: [1, 1, Number.POSITIVE_INFINITY],
      thinkTime: 3,
    })),
  mixedNetwork: () => [
    {
      open: { rates: [0.1], demands: [[1, 2]] },
      closed: {
        customers: [9, 9],
        demands: [
          [1, 2],
          [2, 1],
        ],
        thinkTimes: [1, 1],
      },
      servers: [1, 1],
    },
  ],
  saturatedLine: () => [
    { rates: [1, 1], buffers: [3] },
    { rates: [1, 1, 1, 1], buffers: [2, 2, 2] },
    { rates: [1, 1, 1], buffers: [20, 20] },
  ],
  limitedTandem: () =>
    [
      [3, 3],
      [20, 20],
      [30, 22],
    ].map(([buffer, capacity]) => ({ arrivalRate: 0.7, first: 1, second: 1, buffer, capacity })),
  endlessTandem: () => [3, 20, 60].map(buffer => ({ arrivalRate: 0.7, first: 1, second: 1, buffer })),
  transientStation: () =>
    rates.flatMap(arrivals =>
      [
        [5, 10],
        [20, 24],
        [300, 3],
      ].map(([servers, time]) => ({ arrivals, meanService: 1, servers, initial: 3, time })),
    ),
  transientEndless: () => rates.map(arrivals => ({ arrivals, meanService: 1, initial: 3, time: 1e12 })),
  endlessOverTime: law =>
    rates.flatMap(arrivals =>
      [0, 4, 8].map(i => ({ arrivals, service: law(laws(1)[i]), initial: 3, time: 30 })),
    ),
  stationaryFlow: () =>
    rates.flatMap(arrivals =>
      [1, 100].map(servers => ({ arrivals, meanService: 1, servers, serviceScv: 2, initial: 3, time: 1000 })),
    ),
  pointwiseStationary: () => rates.map(arrivals => ({ arrivals, meanService: 1, servers: 9, time: 5 })),
  modifiedOfferedLoad: () => rates.map(arrivals => ({ arrivals, meanService: 1, servers: 9, time: 1e12 })),
  fluidDrain: () => [{ ...station(0.5), backlog: 1000 }],
  squareRootStaffing: () => [{ arrivalRate: 1e6, meanService: 1, probabilityOfWait: 0.1 }],
  scalabilityLaw: () => [
    {
      points: Array.from({ length: 1000 }, (_, i) => ({
        workers: i + 1,
        throughput: (i + 1) / (1 + 0.01 * i + 1e-4 * i * (i + 1)),
      })),
    },
  ],
};

/** Every formula has some: those by two moments all take the same. */
export function formulaCases(name, formula, distributionOf) {
  const given = (cases[name] ?? (() => queues))(distributionOf);
  return given.map(parameters => () => formula.solve(parameters));
}
