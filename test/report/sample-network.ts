import type { PartResult, Result } from '../../src/result/result.js';
import type { Scenario } from '../../src/scenario/type.js';
import type { Study } from '../../src/study/study.js';
import { approximation, exact, hostileName, sampled, scenario, wholeStudy } from './sample-study.js';

/** Two stations in a row, two classes; the database has no theory of its percentiles. */
const network: Scenario = {
  ...scenario,
  name: 'checkout',
  description: 'Two stations and two classes.',
  classes: {
    orders: { arrivals: { process: 'poisson', rate: 90 } },
    reports: { arrivals: { process: 'poisson', rate: 20 } },
  },
  stations: { api: scenario.stations.queue, db: scenario.stations.queue },
  routes: { arrive: { api: 1 }, api: { db: 1 }, db: { leave: 1 } },
};

const part = (
  measures: PartResult['measures'],
  p99Wait?: PartResult['waitQuantiles'][number],
): PartResult => ({
  measures,
  waitQuantiles: p99Wait ? [p99Wait] : [],
  sojournQuantiles: [],
});

const theory: Result = {
  ...wholeStudy.results[0],
  model: 'Jackson network',
  scenario: network,
  stations: {
    api: part(
      { throughput: exact(110), utilisation: exact(0.67), meanWait: approximation(0.0113) },
      { p: 0.99, ...approximation(0.158) },
    ),
    db: part({ throughput: exact(77), utilisation: exact(0.308), meanWait: approximation(0.000_63) }),
  },
};

const simulation: Result = {
  ...wholeStudy.results[1],
  scenario: network,
  stations: {
    api: part(
      {
        throughput: sampled(110, 0.0015),
        utilisation: sampled(0.675, 0.0024),
        meanWait: sampled(0.0113, 0.017),
      },
      { p: 0.99, ...sampled(0.16, 0.02), low: 0.15, high: 0.19, halfWidth: 0.03 },
    ),
    db: part(
      {
        throughput: sampled(77, 0.0017),
        utilisation: sampled(0.308, 0.0019),
        meanWait: sampled(0.000_632, 0.01),
      },
      { p: 0.99, ...sampled(0.010_45, 0.01) },
    ),
  },
  classes: {
    orders: part({ throughput: sampled(90, 0.001), meanWait: sampled(0.0068, 0.01) }),
    reports: part({ throughput: sampled(20, 0.005), meanSojourn: sampled(0.0847, 0.009) }),
  },
};

/** A network by theory and simulation; the classes by simulation alone. */
export const networkStudy: Study = {
  ...wholeStudy,
  scenario: network,
  results: [theory, simulation],
  comparisons: wholeStudy.comparisons.map(({ measure, columns: { theory: asked, simulation: shown } }) => ({
    measure,
    columns: { ...(asked && { theory: asked }), ...(shown && { simulation: shown }) },
  })),
  thresholds: [],
  verdict: ['Theory lies inside the interval of the simulation.'],
};

const renamed = (parts: Result['stations'] = {}): Result['stations'] =>
  Object.fromEntries(Object.values(parts).map((value, i) => [`${i}${hostileName}`, value]));

/** The same with names that could do harm, and one that every object knows. */
export const hostileNetwork: Study = {
  ...networkStudy,
  results: networkStudy.results.map(result => ({
    ...result,
    stations: { ...renamed(result.stations), constructor: part({ throughput: exact(1) }) },
    classes: renamed(result.classes),
  })),
};
