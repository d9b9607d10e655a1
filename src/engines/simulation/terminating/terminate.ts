import type { Outcome } from '../../../result/outcome.js';
import type { Warning } from '../../../result/result.js';
import type { Scenario } from '../../../scenario/type.js';
import { formatDuration, formatNumber, formatPercent } from '../../../units.js';
import { contextOf } from '../context.js';
import { shares, summary, tail } from '../estimates.js';
import { booksOf } from '../network/books.js';
import { isDeadlock } from '../network/stations/deadlock.js';
import { interimOf, partsOf, withOnlyStation } from '../parts.js';
import { recordOf, warningsFor } from '../record.js';
import { originOf } from '../setup.js';
import type { SimulateOptions } from '../simulate-options.js';
import { stateProbabilities } from '../states.js';
import { allReached, stopTargets } from '../stop-targets.js';
import { systemOf } from '../system.js';
import { replicationCount } from '../team.js';
import { withPeakServers, withPeaks } from './peak-servers.js';
import { independentRuns, type Runs } from './runs.js';
import { seriesOf } from './series.js';

/** Points of every series. */
const intervals = 48;
/** A larger share of the customers still there at the end is worth a word. */
const fewUnfinished = 0.02;

/**
 * Runs of `scenario.run.duration` seconds from the start, as many as the precision needs: what happens in that time,
 * steady state or not. Customers count when they leave within it; averages over time are those of the duration.
 */
export async function terminate(
  scenario: Scenario,
  duration: number,
  options: SimulateOptions,
): Promise<Outcome> {
  const { run } = scenario;
  const system = systemOf(scenario);
  const context = contextOf(scenario, system, options);
  const { within = [], curves = true, enough } = options;
  const { absent } = context;
  const targets = stopTargets(scenario, context);
  const least = (run.replications ?? replicationCount) * system.rate * duration;
  if (least > run.maxCustomers) return { answered: false, reason: tooMany(scenario, duration, least) };
  options.onPlan?.(undefined, run.maxCustomers);

  const books = booksOf(scenario);
  const shape = { scenario, books, duration, intervals, origin: originOf(scenario) };
  const runs = await untilDeadlock(
    independentRuns(shape, {
      ...(run.replications !== undefined && { replications: run.replications }),
      maxCustomers: run.maxCustomers,
      confidence: run.confidence,
      timed: !options.byClass,
      satisfied: soFar =>
        enough ? enough(interimOf(scenario, soFar, context, options)) : allReached(targets, soFar),
      ...(options.onProgress && { onCheckpoint: options.onProgress }),
      ...(options.signal && { signal: options.signal }),
    }),
  );
  if (isDeadlock(runs)) return { answered: false, reason: runs.message };
  const { episodes, batches, end } = runs;
  if (episodes.length < 2)
    return { answered: false, reason: 'it was interrupted before it had anything to report' };
  const ledgers = episodes.map(episode => episode.ledgers);
  const job = { scenario, seed: run.seed, algorithm: 'events' } as const;
  const record = {
    ...recordOf(runs, job, { run, planned: undefined, targets, context, ledgers }),
    replications: episodes.length,
    duration,
  };
  const states = stateProbabilities(batches, context);
  const parts = partsOf(scenario, ledgers, runs, context, options);
  const asked = shares(batches, within, context);
  const peaks = { episodes, confidence: run.confidence };
  const tails = { wait: tail(batches, 'wait', context), sojourn: tail(batches, 'sojourn', context) };
  return {
    answered: true,
    result: {
      schema: 1,
      engine: 'simulation',
      model: `${episodes.length} runs of ${formatDuration(duration)}`,
      scenario,
      ...withPeakServers(withOnlyStation(summary(batches, context), parts), 0, peaks),
      ...parts,
      ...(parts.stations && { stations: withPeaks(parts.stations, peaks) }),
      ...(asked.length > 0 && { within: asked }),
      ...(states.length > 0 && { states }),
      ...(curves && {
        tails: { ...(tails.wait && { wait: tails.wait }), ...(tails.sojourn && { sojourn: tails.sojourn }) },
        series: seriesOf(episodes, { scenario, duration, absent }),
      }),
      customers: batches.total('departures'),
      simulation: record,
      warnings: [...warningsFor(record, end, true), ...unfinished(runs)],
    },
  };
}

/** What the runs tell, or the deadlock that one of them ended in. */
const untilDeadlock = (runs: Promise<Runs>): Promise<Runs | Error> =>
  runs.catch((error: unknown) => {
    if (isDeadlock(error)) return error;
    throw error;
  });

const tooMany = ({ run }: Scenario, duration: number, customers: number): string =>
  `${run.replications ?? replicationCount} runs of ${formatDuration(duration)} have about ${formatNumber(customers / 1e6, 2)} million customers: raise run.maxCustomers (${formatNumber(run.maxCustomers / 1e6, 2)} million) or shorten run.duration`;

/** Whose waits no mean knows. */
function unfinished({ episodes, batches }: Runs): Warning[] {
  const left = episodes.reduce((sum, { present }) => sum + present, 0);
  const share = left / (left + batches.total('departures'));
  if (!(share > fewUnfinished)) return [];
  return [
    {
      code: 'unfinished',
      message: `At the end ${formatNumber(left / episodes.length)} customers are in the system on average, ${formatPercent(share, 2)} of all: their times are not in the means and percentiles, which those who left tell.`,
      advice: 'Look at the numbers of customers over time, or give a longer run.duration.',
    },
  ];
}
