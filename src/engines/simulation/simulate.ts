import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import { parseQuantileName } from '../../result/measure.js';
import type { Outcome } from '../../result/outcome.js';
import { type SingleStation, singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { studentFactor } from '../../statistics/student.js';
import { type EstimateContext, estimates, quantiles, tail } from './estimates.js';
import { plannedCustomers } from './plan.js';
import { type Finished, runProcedure } from './procedure.js';
import { recordOf, warningsFor } from './record.js';
import { refusalsFor, refuses } from './refusals.js';
import { sampledPath } from './sampled-path.js';
import { algorithmFor, type Job, stationSetup } from './setup.js';
import { reachedAll } from './stopping.js';
import { replicationCount, soloTeam, type Team } from './team.js';
import { unstable } from './unstable.js';

export interface SimulateOptions {
  /** Makes the team that runs the replications; absent: this thread alone. */
  readonly team?: (job: Job, rate: number, signal?: AbortSignal) => Promise<Team>;
  readonly signal?: AbortSignal;
  /** Told once, before the run: about how many customers the precision needs, and the budget. */
  readonly onPlan?: (planned: number | undefined, budget: number) => void;
  readonly onProgress?: (customers: number) => void;
}

/**
 * Simulates one class of customers at one station, first come first served, until the measures in
 * `scenario.run.stopOn` have the asked precision or the budget is spent. The same scenario and seed give the
 * same result to the last bit, whichever team runs it.
 */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<Outcome> {
  const station = singleStation(scenario);
  if (typeof station === 'string') return { answered: false, reason: station };
  if (station.discipline !== 'fcfs') {
    return {
      answered: false,
      reason: `the simulation serves first come first served only, not ${station.discipline}`,
    };
  }
  const arrivals = arrivalProcessOf(station.arrivals);
  const service = distributionOf(station.service);
  const { servers, origin, capacity } = stationSetup(station);
  const utilisation = (arrivals.rate * service.mean) / servers;
  if (utilisation >= 1 && capacity === Number.POSITIVE_INFINITY) return unstable(scenario, station);

  const { run } = scenario;
  const refusals = refusalsFor(service.tailIndex);
  const absent = absentMeasures(station);
  const stopOn = stoppingMeasures(run.stopOn, name => !absent.includes(name) && !refuses(refusals, name));
  const context: EstimateContext = {
    servers,
    origin,
    precision: run.precision,
    confidence: run.confidence,
    refusals,
    absent,
    percentiles: askedPercentiles(scenario),
  };
  const planned = plannedCustomers({
    servers,
    utilisation,
    dispersion: arrivals.dispersion,
    serviceScv: service.scv,
    precision: run.precision,
    stopOn,
  });
  options.onPlan?.(planned, run.maxCustomers);

  const job: Job = { station, seed: run.seed, algorithm: algorithmFor(station) };
  const team =
    options.team && (planned ?? run.maxCustomers) > worthThreads
      ? await options.team(job, arrivals.rate, options.signal)
      : soloTeam(job, arrivals.rate, options.signal);
  let finished: Finished;
  try {
    finished = await runProcedure(team, {
      rate: arrivals.rate,
      maxCustomers: run.maxCustomers,
      warmUp: run.warmUp,
      factor: studentFactor(run.confidence, replicationCount - 1),
      satisfied: batches => reachedAll(batches, stopOn, context),
      onCheckpoint: options.onProgress,
    });
  } finally {
    await team.close();
  }

  const { batches, end } = finished;
  if (end === 'interrupted' && batches.total('departures') === 0) {
    return { answered: false, reason: 'it was interrupted before it had anything to report' };
  }
  const record = recordOf(finished, job, { run, planned, stopOn, context });
  const sojournTail = tail(batches, 'sojourn', context);
  const waitTail = tail(batches, 'wait', context);
  return {
    answered: true,
    result: {
      schema: 1,
      engine: 'simulation',
      model: job.algorithm === 'recursion' ? 'Kiefer–Wolfowitz recursion' : 'event simulation',
      scenario,
      measures: estimates(batches, context),
      waitQuantiles: quantiles(batches, 'wait', context),
      sojournQuantiles: quantiles(batches, 'sojourn', context),
      tails: { ...(waitTail && { wait: waitTail }), ...(sojournTail && { sojourn: sojournTail }) },
      series: [sampledPath(job, arrivals.rate)],
      customers: batches.total('departures'),
      simulation: record,
      warnings: warningsFor(record, end),
    },
  };
}

/** Shorter runs are over before threads have started. */
const worthThreads = 2e6;

/** Of the measures asked for, those that can be estimated; where none can, the throughput always can. */
function stoppingMeasures(asked: readonly string[], estimable: (name: string) => boolean): readonly string[] {
  const possible = asked.filter(estimable);
  return possible.length > 0 ? possible : ['throughput'];
}

/** Measures that this station cannot show: no loss without a limit, no wait with a server for everybody. */
function absentMeasures(station: SingleStation): string[] {
  const infinite = station.servers === 'infinite';
  return [
    ...(station.capacity === undefined ? ['probabilityOfLoss'] : []),
    ...(infinite
      ? ['utilisation', 'meanWait', 'probabilityOfWait', 'meanNumberInQueue', 'waitQuantiles']
      : []),
    ...(infinite ? ['p50Wait', 'p90Wait', 'p95Wait', 'p99Wait', 'p99.9Wait'] : []),
  ];
}

function askedPercentiles(scenario: Scenario): number[] {
  const names = [...scenario.run.stopOn, ...(scenario.thresholds ?? []).map(threshold => threshold.measure)];
  return names.flatMap(name => parseQuantileName(name)?.p ?? []);
}
