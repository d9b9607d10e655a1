import type { SimulationRecord, Warning } from '../../result/result.js';
import type { RunSpec } from '../../scenario/type.js';
import { formatPercent } from '../../units.js';
import type { EstimateContext } from './estimates.js';
import { littlesLaw } from './littles-law.js';
import { booksOf } from './network/books.js';
import type { SoFar } from './parts.js';
import type { Finished } from './procedure.js';
import type { Job } from './setup.js';
import { allReached, precisionOfTarget, type StopTarget } from './stop-targets.js';
import { type ReplicationLedgers, replicationCount } from './team.js';

interface Asked {
  readonly run: RunSpec;
  readonly planned: number | undefined;
  readonly targets: readonly StopTarget[];
  readonly context: EstimateContext;
  readonly ledgers: readonly ReplicationLedgers[];
}

/** What was planned, dropped and reached. */
export function recordOf(
  finished: Finished,
  job: Job,
  { run, planned, targets, context, ledgers }: Asked,
): SimulationRecord {
  const { batches, customers, end } = finished;
  return {
    seed: run.seed,
    algorithm: job.algorithm,
    replications: replicationCount,
    ...(planned === undefined ? {} : { plannedCustomers: planned }),
    customers,
    droppedCustomers: batches.dropped('arrivals'),
    precision: run.precision,
    reached: end === 'satisfied',
    littlesLaw: littlesLaw(booksOf(job.scenario), ledgers),
    notReached:
      end === 'satisfied' ? [] : targets.flatMap(target => missed(target, { ...finished, ledgers })),
    cannotBeEstimated: context.refusals.map(({ measures, reason }) => `${measures.join(', ')}: ${reason}`),
  };
}

function missed(target: StopTarget, soFar: SoFar): string[] {
  const { name } = target;
  const got = precisionOfTarget(target, soFar);
  if (allReached([target], soFar)) return [];
  return [
    got === undefined ? `${name} (too few customers bear on it)` : `${name} (got ${formatPercent(got, 2)})`,
  ];
}

/** What a reader of the numbers must know. */
export function warningsFor(record: SimulationRecord, end: Finished['end'], trusted: boolean): Warning[] {
  const warnings: Warning[] = [];
  if (!trusted) {
    warnings.push({
      code: 'too-short',
      message:
        'The run is too short for what it simulates: neighbouring batches are still alike, so it may not have forgotten its empty start, and its intervals cannot be trusted.',
      advice: 'Raise run.maxCustomers.',
    });
  }
  if (end === 'interrupted') {
    warnings.push({
      code: 'interrupted',
      message: 'The simulation was interrupted; what it had is reported.',
    });
  } else if (!record.reached) {
    warnings.push({
      code: 'precision-not-reached',
      message: `The precision of ${formatPercent(record.precision)} was not reached in ${record.customers} customers: ${record.notReached.join(', ')}.`,
      advice: `Raise run.maxCustomers or ask for a wider run.precision${trusted ? '; the intervals shown are valid as they are' : ''}.`,
    });
  }
  for (const text of record.cannotBeEstimated) {
    warnings.push({
      code: 'cannot-be-estimated',
      message: `Not estimated: ${text}.`,
      advice: 'Look at the percentiles that are shown, or bound the service times.',
    });
  }
  return warnings;
}
