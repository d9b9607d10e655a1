import { parseQuantileName, quantileName } from '../../result/measure.js';
import type { PairOutcome } from '../../result/pair.js';
import type { Result, Sampled } from '../../result/result.js';
import { ofTheWhole } from '../../scenario/part-measure.js';
import type { Scenario } from '../../scenario/type.js';
import { ratioInterval } from '../../statistics/interval.js';
import type { Batches } from './batches.js';
import { contextOf } from './context.js';
import { type EstimateContext, summary } from './estimates.js';
import { littlesLaw } from './littles-law.js';
import { linearised, readings, type SimulatedMeasure } from './measures.js';
import { type Books, booksOf, ledgerCount } from './network/books.js';
import { runProcedure } from './procedure.js';
import { refuses } from './refusals.js';
import { algorithmFor, type Job } from './setup.js';
import type { SimulateOptions } from './simulate-options.js';
import { longEnough } from './stopping.js';
import { systemOf } from './system.js';
import { replicationCount, soloTeam, type Team } from './team.js';
import { cyclesTooLong, unsupported } from './unsupported.js';
import { systemView } from './views.js';

/** One of the two, with what it takes to read its ledgers. */
interface Side {
  readonly scenario: Scenario;
  readonly books: Books;
  readonly context: EstimateContext;
  readonly rate: number;
  readonly cycle?: number;
  readonly job: Job;
}

/**
 * Simulates two scenarios with common random numbers: the same seeds, the same batches of time, in step. What
 * both share cancels in the difference of each batch, so its interval is far narrower than either's.
 *
 * It stops when the differences of all measures in `first.run.stopOn` are known to the precision asked for, as a
 * share of the larger of the two values, or the budget is spent.
 */
export async function simulatePair(
  first: Scenario,
  second: Scenario,
  options: Pick<SimulateOptions, 'team' | 'signal' | 'onProgress'> = {},
): Promise<PairOutcome> {
  const common = { ...second, run: first.run };
  if (first.run.duration !== undefined)
    return { answered: false, reason: 'runs of a given duration are not simulated in pairs' };
  for (const scenario of [first, common]) {
    const reason = unsupported(scenario);
    if (reason !== undefined) return { answered: false, reason };
    const system = systemOf(scenario);
    if (system.unstable.length > 0) return { answered: false, reason: 'one of the two grows without end' };
    const tooLong = cyclesTooLong(common, system);
    if (tooLong !== undefined) return { answered: false, reason: tooLong };
  }
  const [a, b] = [sideOf(first), sideOf(common)];
  const { run } = first;
  const make = options.team ?? (async (job, rate, signal) => soloTeam(job, rate, signal));
  const teams = [await make(a.job, a.rate, options.signal), await make(b.job, b.rate, options.signal)];
  const own = ledgerCount(a.books);
  const team = inStep(teams);
  const viewA = (ledgers: Team['ledgers']) =>
    systemView(
      a.books,
      ledgers.map(each => each.slice(0, own)),
    );
  const viewB = (ledgers: Team['ledgers']) =>
    systemView(
      b.books,
      ledgers.map(each => each.slice(own)),
    );
  try {
    let other: Batches | undefined;
    const finished = await runProcedure(team, {
      rate: Math.max(a.rate, b.rate),
      ...(a.cycle !== undefined && { cycle: Math.max(a.cycle, b.cycle ?? 0) }),
      maxCustomers: run.maxCustomers / 2,
      warmUp: run.warmUp,
      confidence: run.confidence,
      main: viewA,
      satisfied: (batches, batchesOf) => {
        other = batchesOf(viewB(team.ledgers));
        return ofTheWhole(run.stopOn).every(name => isKnown(name, batches, other as Batches, a, b));
      },
      ...(options.onProgress && { onCheckpoint: options.onProgress }),
    });
    const { batches, batchesOf } = finished;
    const seconds = batchesOf(viewB(team.ledgers));
    for (const [side, own] of [a, b].entries()) littlesLaw(own.books, teams[side].ledgers);
    if (batches.total('departures') === 0 || seconds.total('departures') === 0)
      return { answered: false, reason: 'it was interrupted before it had anything to report' };
    return {
      answered: true,
      first: resultOf(a, batches, finished.end),
      second: resultOf({ ...b, scenario: second }, seconds, finished.end),
      differences: Object.fromEntries(
        comparable(a.context).flatMap(name => {
          const found = difference(name, batches, seconds, a, b);
          return found ? [[name, found]] : [];
        }),
      ),
      reached: finished.end === 'satisfied',
    };
  } finally {
    await team.close();
  }
}

function sideOf(scenario: Scenario): Side {
  const system = systemOf(scenario);
  const job: Job = { scenario, seed: scenario.run.seed, algorithm: algorithmFor(scenario) };
  const { rate, cycle } = system;
  const context = contextOf(scenario, system);
  return { scenario, books: booksOf(scenario), context, rate, ...(cycle !== undefined && { cycle }), job };
}

/** Two teams as one: the ledgers of both stand side by side in each replication. */
const inStep = ([a, b]: readonly Team[]): Team => ({
  ledgers: a.ledgers.map((ledgers, r) => [...ledgers, ...b.ledgers[r]]),
  async advance(stretch) {
    const complete = await Promise.all([a.advance(stretch), b.advance(stretch)]);
    return complete.every(one => one);
  },
  async close() {
    await Promise.all([a.close(), b.close()]);
  },
});

function resultOf({ scenario, context, job }: Side, batches: Batches, end: string): Result {
  return {
    schema: 1,
    engine: 'simulation',
    model: job.algorithm === 'recursion' ? 'Kiefer–Wolfowitz recursion' : 'event simulation',
    scenario,
    ...summary(batches, context),
    customers: batches.total('departures'),
    warnings:
      end === 'interrupted'
        ? [{ code: 'interrupted', message: 'The simulation was interrupted; what it had is reported.' }]
        : [],
  };
}

/** Every measure and percentile by name. */
const comparable = ({ percentiles }: EstimateContext): string[] => [
  ...Object.keys(readings),
  ...percentiles.flatMap(p => [quantileName(p, 'wait'), quantileName(p, 'sojourn')]),
];

/** The second less the first. */
function difference(name: string, first: Batches, second: Batches, a: Side, b: Side): Sampled | undefined {
  const [mine, other] = [values(name, first, a), values(name, second, b)];
  if (mine === undefined || other === undefined) return undefined;
  const interval = ratioInterval(
    {
      replications: replicationCount,
      batches: first.count,
      numerator: other.map((value, i) => value - mine[i]),
      denominator: new Float64Array(mine.length).fill(1),
    },
    first.factors.batches,
    first.factors.replications,
  );
  if (interval === undefined) return undefined;
  const { value, low, high } = interval;
  const halfWidth = Math.max(high - value, value - low);
  const { confidence } = a.context;
  return { kind: 'sampled', value, low, high, halfWidth, confidence, effectiveSamples: mine.length };
}

function values(name: string, batches: Batches, { context }: Side): Float64Array | undefined {
  const percentile = parseQuantileName(name);
  const barred = percentile ? `${percentile.of}Quantiles` : name;
  if (context.absent.includes(barred) || refuses(context.refusals, barred)) return undefined;
  if (percentile)
    return batches.linearisedQuantile(
      percentile.of === 'wait' ? 'waits' : 'sojourns',
      percentile.p,
      context.origin,
    );
  return name in readings ? linearised(batches, name as SimulatedMeasure, context.servers) : undefined;
}

/** Known well enough; what cannot be known is not waited for. */
function isKnown(name: string, first: Batches, second: Batches, a: Side, b: Side): boolean {
  if (!longEnough(first, a.context.servers) || !longEnough(second, b.context.servers)) return false;
  const found = difference(name, first, second, a, b);
  if (found === undefined) return true;
  const mean = (side: Side, batches: Batches) => average(values(name, batches, side) ?? new Float64Array(1));
  const larger = Math.max(Math.abs(mean(a, first)), Math.abs(mean(b, second)));
  return found.halfWidth <= a.context.precision * larger;
}

const average = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
