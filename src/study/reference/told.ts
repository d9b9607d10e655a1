import { Parameters, type ReferenceCase } from '../../engines/theory/reference/case.js';
import type { MeasureName } from '../../result/measure.js';
import type { Question } from '../../result/question.js';
import type { Estimate, PartResult, Result } from '../../result/result.js';
import { complement, difference, scaled } from './derived.js';

const measures: Readonly<Record<string, MeasureName>> = {
  rho: 'utilisation',
  pWait: 'probabilityOfWait',
  pBlock: 'probabilityOfLoss',
  pAbandon: 'probabilityOfAbandonment',
  L: 'meanNumberInSystem',
  Lq: 'meanNumberInQueue',
  W: 'meanSojourn',
  Wq: 'meanWait',
  throughput: 'throughput',
  R: 'meanSojourn',
  X: 'throughput',
  LOrbit: 'meanNumberInQueue',
  pBlockArrival: 'probabilityOfLoss',
};

/** Where the name of a metric means something else, or nothing that is simulated. */
const otherwise: Readonly<Record<string, Readonly<Record<string, MeasureName | undefined>>>> = {
  'M/M/c retrial (classical linear retrial rate)': { pBlock: 'probabilityOfWait' },
  'Engset M/M/c/c//N': { callCongestion: 'probabilityOfLoss' },
  'M/M/c with independent server breakdowns (fail also when idle), preemptive-resume': { rho: undefined },
  // Until its service begins, not all the time in which it is not served.
  'M/M/1 with operation-dependent breakdowns (fail only while serving)': { Wq: undefined },
};

const measureOf = (model: string, metric: string): MeasureName | undefined =>
  metric in (otherwise[model] ?? {}) ? otherwise[model][metric] : measures[metric];

const perClass: Readonly<Record<string, MeasureName>> = {
  WPerClass: 'meanSojourn',
  WqPerClass: 'meanWait',
  LPerClass: 'meanNumberInSystem',
  X: 'throughput',
  R: 'meanSojourn',
};

/** Of every station in turn, over all classes. */
const perStation: Readonly<Record<string, MeasureName>> = {
  lambdas: 'throughput',
  XPerNode: 'throughput',
  rhoPerNode: 'utilisation',
  UPerNode: 'utilisation',
  LPerNode: 'meanNumberInSystem',
  QPerNode: 'meanNumberInSystem',
  WPerVisit: 'meanSojourn',
  RPerVisit: 'meanSojourn',
  LPerServer: 'meanNumberInSystem',
  LqPerServer: 'meanNumberInQueue',
  WPerStation: 'meanSojourn',
};

/** Of every class in turn, at every station in turn. */
const perVisit: Readonly<Record<string, MeasureName>> = {
  UPerClassNode: 'utilisation',
  QPerClassNode: 'meanNumberInSystem',
};

/** `wq_p999` is p99.9Wait. */
function percentileOf(metric: string): { of: 'wait' | 'sojourn'; p: number } | undefined {
  const match = /^(wq?)_p(\d+)$/.exec(metric);
  return match ? { of: match[1] === 'wq' ? 'wait' : 'sojourn', p: Number(`0.${match[2]}`) } : undefined;
}

/** The measures by which a run for a metric is to stop. */
export function stopNames(model: string, metric: string): string[] {
  const percentile = percentileOf(metric);
  if (percentile) return [`p${percentile.p * 100}${percentile.of === 'wait' ? 'Wait' : 'Sojourn'}`];
  const measure = measureOf(model, metric);
  return measure === undefined ? [] : [measure];
}

/** The estimates of a metric: several where it is told by class or station; undefined where it is not told. */
export function told(
  metric: string,
  { model, params }: ReferenceCase,
  result: Result,
): readonly (Estimate | undefined)[] | undefined {
  const percentile = percentileOf(metric);
  if (percentile) {
    const quantiles = percentile.of === 'wait' ? result.waitQuantiles : result.sojournQuantiles;
    const found = quantiles.find(({ p }) => Math.abs(p - percentile.p) < 1e-9);
    return found && [found];
  }
  const stations: readonly PartResult[] = Object.values(result.stations ?? { whole: result });
  const worked = Object.hasOwn(workedOut, metric)
    ? workedOut[metric]({ result, stations, parameters: new Parameters(params) })
    : undefined;
  if (worked !== undefined) return worked.some(estimate => estimate) ? worked : undefined;
  if (Object.hasOwn(perClass, metric)) {
    const classes: readonly PartResult[] = Object.values(result.classes ?? { whole: result });
    return classes.map(part => part.measures[perClass[metric]]);
  }
  if (Object.hasOwn(perStation, metric)) return stations.map(part => part.measures[perStation[metric]]);
  if (Object.hasOwn(perVisit, metric)) return visitsOf(result).map(part => part?.measures[perVisit[metric]]);
  const measure = measureOf(model, metric);
  const estimate = measure && (result.measures[measure] ?? alike(measure, stations));
  return estimate && [estimate];
}

/** What the system as a whole has none of, but each of its stations: where they are told of as one, they are alike. */
const alike = (measure: MeasureName, [first, ...others]: readonly PartResult[]): Estimate | undefined =>
  measure === 'utilisation' && others.length > 0 ? first.measures.utilisation : undefined;

/** The classes one by one, at each station in turn; where there is but one class the stations. */
function visitsOf({ stations = {}, classes = {} }: Result): readonly (PartResult | undefined)[] {
  const names = Object.keys(classes);
  const places = Object.values(stations);
  return names.length < 2 ? places : names.flatMap(name => places.map(place => place.classes?.[name]));
}

interface Known {
  readonly result: Result;
  readonly stations: readonly PartResult[];
  readonly parameters: Parameters;
}

/** What follows from that which the simulation tells. */
const workedOut: Readonly<Record<string, (known: Known) => readonly (Estimate | undefined)[]>> = {
  p0: ({ result }) => [result.states?.[0]],
  stateProbs: ({ result }) => result.states ?? [],
  timeCongestion: ({ result, parameters }) => [result.states?.[parameters.number('c')]],
  varWq: ({ result }) => [result.variances?.wait],
  varW: ({ result }) => [result.variances?.sojourn],
  pWaitGreaterT: ({ result }) => [complement(result.within?.[0])],
  L1: ({ stations }) => [stations[0].measures.meanNumberInSystem],
  L2: ({ stations }) => [stations[1]?.measures.meanNumberInSystem],
  // A customer is there as often as it visits, each time as long as such visits are.
  residencePerClassNode: ({ result, parameters }) => {
    const visits = parameters.has('visits') ? parameters.rows('visits').flat() : [];
    return visitsOf(result).map((part, i) => scaled(part?.measures.meanSojourn, visits[i] ?? 1));
  },
  // A server that is held counts as busy, and the work that it does is the throughput times the mean service.
  busyPerStation: ({ stations, parameters }) => stations.map((part, i) => working(part, i, parameters)),
  blockedPerStation: ({ stations, parameters }) =>
    stations.map((part, i) => difference(part.measures.utilisation, working(part, i, parameters))),
  pServer1Blocked: ({ stations, parameters }) => [
    difference(stations[0].measures.utilisation, working(stations[0], 0, parameters)),
  ],
};

const working = (part: PartResult, i: number, parameters: Parameters): Estimate | undefined =>
  scaled(part.measures.throughput, 1 / parameters.numbers('mus')[i]);

/** What has to be asked of the simulation for these metrics. */
export function questionFor(metrics: readonly string[], parameters: Parameters): Question {
  return {
    ...(metrics.includes('pWaitGreaterT') && {
      within: [{ of: 'wait' as const, time: parameters.number('T') }],
    }),
    ...(metrics.some(metric => metric === 'varWq' || metric === 'varW') && { variances: true }),
  };
}

/** Up to how many in the system the probabilities are needed; undefined: none is. */
export function statesFor({ expect }: ReferenceCase, parameters: Parameters): number | undefined {
  if ('stateProbs' in expect) return [expect.stateProbs].flat().length - 1;
  if ('timeCongestion' in expect) return parameters.number('c');
  return 'p0' in expect ? 0 : undefined;
}
