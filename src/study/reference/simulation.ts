import { atConfidence } from '../../comparison/widen.js';
import { ParameterError } from '../../distributions/index.js';
import { simulate, workerTeam } from '../../engines/simulation/index.js';
import type { ReferenceCase } from '../../engines/theory/reference/case.js';
import type { MeasureName } from '../../result/measure.js';
import type { Estimate, PartResult, Result, Sampled } from '../../result/result.js';
import type { RunSpec, Scenario } from '../../scenario/type.js';
import { scenarioOf } from './scenario-of.js';

/** A simulated value beside the expected one. */
export interface SimulatedComparison {
  readonly metric: string;
  readonly expected: number;
  readonly value: number;
  /** At the level that holds over the whole file. */
  readonly low: number;
  readonly high: number;
  /** How much of the way from the value to the end of the interval the expected value lies; above 1 it is outside. */
  readonly strain: number;
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
}

export type SimulationJudgement =
  | {
      readonly outcome: 'passed' | 'failed' | 'inconclusive';
      readonly comparisons: readonly SimulatedComparison[];
      /** Metrics that a simulation of this kind does not tell. */
      readonly untold: readonly string[];
    }
  | { readonly outcome: 'unsupported'; readonly reason: string };

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
};

/** Where the name of a metric means something else, or nothing that is simulated. */
const otherwise: Readonly<Record<string, Readonly<Record<string, MeasureName | undefined>>>> = {
  'M/M/c retrial (classical linear retrial rate)': { pBlock: 'probabilityOfWait' },
  'M/G/1 size-based (SRPT, PSJF, SJF, FB/LAS)': { WSRPT: 'meanSojourn' },
  'Engset M/M/c/c//N': { callCongestion: 'probabilityOfLoss' },
  'M/M/c with independent server breakdowns (fail also when idle), preemptive-resume': { rho: undefined },
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
};

/** The same where there is but one class. */
const perStationOfOneClass: Readonly<Record<string, MeasureName>> = {
  UPerClassNode: 'utilisation',
  QPerClassNode: 'meanNumberInSystem',
};

const run: RunSpec = {
  seed: 1,
  confidence: 0.95,
  precision: 0.02,
  stopOn: ['meanSojourn', 'meanWait', 'meanNumberInSystem', 'probabilityOfWait'],
  warmUp: 'auto',
  maxCustomers: 1e8,
};
/** A wider interval than this says too little. */
const widest = 0.1;
/** Degrees of freedom of every interval: one fewer than the replications. */
const degrees = 15;

export interface JudgeOptions {
  /** Threads; their number changes no value of a run that is not interrupted. */
  readonly workers?: number;
  /** Ends the run, which is judged by what it has. */
  readonly signal?: AbortSignal;
  /** In place of the usual run: to 2 % or a hundred million customers. */
  readonly run?: Partial<RunSpec>;
}

/** @param confidence of each interval, so that over all values of the file few fail by chance */
export async function judgeSimulation(
  given: ReferenceCase,
  confidence: number,
  { workers = 1, signal, run: own }: JudgeOptions = {},
): Promise<SimulationJudgement> {
  if (given.exact === false)
    return { outcome: 'unsupported', reason: 'its values are approximations themselves' };
  const asked = Object.keys(given.expect);
  const stopOn = asked
    .flatMap(metric => stopName(given.model, metric))
    .filter(name => name !== 'p99.9Wait' && name !== 'p99.9Sojourn');
  const asRun = { ...run, ...own, stopOn: stopOn.length > 0 ? [...new Set(stopOn)] : run.stopOn };
  let scenario: Scenario | undefined;
  try {
    scenario = scenarioOf(given, asRun);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    return { outcome: 'unsupported', reason: error.message };
  }
  if (scenario === undefined) return { outcome: 'unsupported', reason: 'no scenario can hold it' };
  const answer = await simulate(scenario, {
    curves: false,
    ...(signal && { signal }),
    ...(workers > 1 && { team: workerTeam(workers) }),
  });
  if (!answer.answered) return { outcome: 'unsupported', reason: answer.reason };
  const comparisons = asked.flatMap(metric => compared(metric, given, answer.result, confidence));
  const untold = asked.filter(metric => told(given.model, metric, answer.result) === undefined);
  if (comparisons.length === 0)
    return { outcome: 'unsupported', reason: `it tells none of ${untold.join(', ')}` };
  // A run that has not forgotten its empty start decides nothing.
  const trusted = answer.result.warnings.every(({ code }) => code !== 'too-short');
  const outcomes = comparisons.map(({ outcome }) => (trusted ? outcome : 'inconclusive'));
  const outcome = outcomes.includes('failed')
    ? 'failed'
    : outcomes.includes('inconclusive')
      ? 'inconclusive'
      : 'passed';
  return { outcome, comparisons, untold };
}

/** `wq_p999` is p99.9Wait. */
function percentileOf(metric: string): { of: 'wait' | 'sojourn'; p: number } | undefined {
  const match = /^(wq?)_p(\d+)$/.exec(metric);
  return match ? { of: match[1] === 'wq' ? 'wait' : 'sojourn', p: Number(`0.${match[2]}`) } : undefined;
}

function stopName(model: string, metric: string): string[] {
  const percentile = percentileOf(metric);
  if (percentile) return [`p${percentile.p * 100}${percentile.of === 'wait' ? 'Wait' : 'Sojourn'}`];
  const measure = measureOf(model, metric);
  return measure === undefined ? [] : [measure];
}

/** The estimates of a metric: several where it is told by class; undefined where it is not told. */
function told(model: string, metric: string, result: Result): readonly (Estimate | undefined)[] | undefined {
  const percentile = percentileOf(metric);
  if (percentile) {
    const quantiles = percentile.of === 'wait' ? result.waitQuantiles : result.sojournQuantiles;
    const found = quantiles.find(({ p }) => Math.abs(p - percentile.p) < 1e-9);
    return found && [found];
  }
  if (Object.hasOwn(perClass, metric)) {
    const classes: readonly PartResult[] = Object.values(result.classes ?? { whole: result });
    return classes.map(part => part.measures[perClass[metric]]);
  }
  const ofStation =
    perStation[metric] ?? (result.classes === undefined ? perStationOfOneClass[metric] : undefined);
  if (ofStation !== undefined)
    return Object.values(result.stations ?? { whole: result }).map(part => part.measures[ofStation]);
  const measure = measureOf(model, metric);
  const estimate = measure && result.measures[measure];
  return estimate && [estimate];
}

function compared(
  metric: string,
  { expect, model }: ReferenceCase,
  result: Result,
  confidence: number,
): SimulatedComparison[] {
  const wanted = [expect[metric]].flat();
  const found = told(model, metric, result) ?? [];
  return wanted.flatMap((expected, i) => {
    const estimate = found[i];
    if (estimate?.kind !== 'sampled') return [];
    const name = wanted.length > 1 ? `${metric}[${i}]` : metric;
    return [{ metric: name, expected, value: estimate.value, ...judged(estimate, expected, confidence) }];
  });
}

/** Of sums over many customers. */
const rounding = 1e-11;

function judged(
  estimate: Sampled,
  expected: number,
  confidence: number,
): Pick<SimulatedComparison, 'low' | 'high' | 'strain' | 'outcome'> {
  const { value } = estimate;
  const { low, high } = atConfidence(estimate, confidence, degrees);
  const room = expected < value ? value - low : high - value;
  const off = Math.abs(expected - value);
  const strain = off === 0 ? 0 : off / room;
  // Nobody showed it, which bounds how often it happens (a share that is judged by itself), but not how long it takes.
  if (value === 0 && low === high && off > 0) return { low, high, strain, outcome: 'inconclusive' };
  // Everybody showed it: the same bound on the share of those who do not.
  if (Math.abs(value - 1) < rounding && off > 0) {
    const least = 1 - Math.log(1 / (1 - confidence)) / estimate.effectiveSamples;
    const outcome = expected >= least && expected <= 1 ? 'passed' : 'failed';
    return { low: least, high, strain: off / (1 - least), outcome };
  }
  if (strain > 1) return { low, high, strain, outcome: 'failed' };
  // Of a value that is nothing no width is a share.
  const wide = expected !== 0 && estimate.halfWidth > widest * Math.abs(estimate.value);
  return { low, high, strain, outcome: wide ? 'inconclusive' : 'passed' };
}
