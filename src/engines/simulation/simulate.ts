import type { Outcome } from '../../result/outcome.js';
import type { Scenario } from '../../scenario/type.js';
import { clientsOf } from './clients-rate.js';
import { contextOf } from './context.js';
import { withCycle } from './cycle.js';
import { interim, shares, summary, tail } from './estimates.js';
import { booksOf } from './network/books.js';
import { isDeadlock } from './network/stations/deadlock.js';
import { interimOf, type Parts, partsOf, withOnlyStation } from './parts.js';
import { plannedCustomers } from './plan.js';
import { type Finished, runProcedure } from './procedure.js';
import { recordOf, warningsFor } from './record.js';
import { sampledPath } from './sampled-path.js';
import { algorithmFor, type Job } from './setup.js';
import type { SimulateOptions } from './simulate-options.js';
import { stateProbabilities } from './states.js';
import { allReached, stopTargets } from './stop-targets.js';
import { longEnough } from './stopping.js';
import { systemOf } from './system.js';
import { soloTeam } from './team.js';
import { terminate } from './terminating/terminate.js';
import { unstable } from './unstable.js';
import { cyclesTooLong, unsupported } from './unsupported.js';
import { variances } from './variances.js';
import { systemView } from './views.js';

/**
 * Simulates a network of stations until the measures in `scenario.run.stopOn` have the asked precision or the
 * budget is spent, or `options.enough` ends it; a scenario with `run.duration` over that time, others in the long
 * run. The same scenario and seed give the same result to the last bit,
 * whichever team runs it.
 */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<Outcome> {
  const reason = unsupported(scenario);
  if (reason !== undefined) return { answered: false, reason };
  if (scenario.run.duration !== undefined) return terminate(scenario, scenario.run.duration, options);
  const system = systemOf(scenario);
  if (system.unstable.length > 0) return unstable(scenario, system);

  const tooLong = cyclesTooLong(scenario, system);
  if (tooLong !== undefined) return { answered: false, reason: tooLong };

  const { run } = scenario;
  const { within = [], curves = true, enough } = options;
  const context = contextOf(scenario, system, options);
  const targets = stopTargets(scenario, context);
  const planned = plannedCustomers(
    system,
    run.precision,
    targets.map(({ measure }) => measure),
  );
  options.onPlan?.(planned, run.maxCustomers);

  const job: Job = { scenario, seed: run.seed, algorithm: algorithmFor(scenario) };
  const books = booksOf(scenario);
  const team =
    options.team && (planned ?? run.maxCustomers) > worthThreads
      ? await options.team(job, system.rate, options.signal)
      : soloTeam(job, system.rate, options.signal);
  let finished: Finished;
  let parts: Parts;
  try {
    finished = await runProcedure(team, {
      rate: system.rate,
      ...(system.cycle !== undefined && { cycle: system.cycle }),
      maxCustomers: run.maxCustomers,
      warmUp: run.warmUp,
      confidence: run.confidence,
      main: ledgers => systemView(books, ledgers, !options.byClass),
      satisfied: (batches, batchesOf) => {
        const soFar = { batches, batchesOf, ledgers: team.ledgers };
        options.onInterim?.(interim(batches, context, within));
        return enough
          ? longEnough(batches, context.servers) && enough(interimOf(scenario, soFar, context, options))
          : allReached(targets, soFar);
      },
      onCheckpoint: options.onProgress,
    });
    parts = partsOf(scenario, team.ledgers, finished, context, options);
  } catch (error) {
    if (isDeadlock(error)) return { answered: false, reason: error.message };
    throw error;
  } finally {
    await team.close();
  }

  const { batches, end } = finished;
  if (end === 'interrupted' && batches.total('arrivals') === 0) {
    return { answered: false, reason: 'it was interrupted before it had anything to report' };
  }
  const record = recordOf(finished, job, { run, planned, targets, context, ledgers: team.ledgers });
  const tails = curves && {
    wait: tail(batches, 'wait', context),
    sojourn: tail(batches, 'sojourn', context),
  };
  const asked = shares(batches, within, context);
  const states = stateProbabilities(batches, context);
  const spread = options.variances ? variances(batches, context, system.tailIndex) : undefined;
  return {
    answered: true,
    result: {
      schema: 1,
      engine: 'simulation',
      model: job.algorithm === 'recursion' ? 'Kiefer–Wolfowitz recursion' : 'event simulation',
      scenario,
      ...withOnlyStation(withCycle(summary(batches, context), clientsOf(scenario)), parts),
      ...parts,
      ...(asked.length > 0 && { within: asked }),
      ...(states.length > 0 && { states }),
      ...(spread && { variances: spread }),
      ...(tails && {
        tails: { ...(tails.wait && { wait: tails.wait }), ...(tails.sojourn && { sojourn: tails.sojourn }) },
        series: [sampledPath(scenario, system.rate)],
      }),
      customers: batches.total('departures'),
      simulation: record,
      warnings: warningsFor(record, end, longEnough(batches, context.servers)),
    },
  };
}

/** Shorter runs are over before threads have started. */
const worthThreads = 2e6;
