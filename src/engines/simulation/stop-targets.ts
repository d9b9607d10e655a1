import { partMeasure } from '../../scenario/part-measure.js';
import type { Scenario } from '../../scenario/type.js';
import type { Batches } from './batches.js';
import type { EstimateContext } from './estimates.js';
import { booksOf } from './network/books.js';
import { classContext, type SoFar, stationContext } from './parts.js';
import { refuses } from './refusals.js';
import { precisionOf, reachedAll } from './stopping.js';
import type { ReplicationLedgers } from './team.js';
import { classView, stationView, type View } from './views.js';

/** A measure that is to have the precision asked for before a run ends. */
export interface StopTarget {
  /** As the scenario has it: 'p99Sojourn', 'p99Sojourn of orders'. */
  readonly name: string;
  readonly measure: string;
  readonly context: EstimateContext;
  /** Of one part of the system; absent: of the whole. */
  readonly view?: (ledgers: readonly ReplicationLedgers[]) => View;
}

/** Of the measures asked for, those that can be estimated; where none can, the throughput always can. */
export function stopTargets(scenario: Scenario, context: EstimateContext): readonly StopTarget[] {
  const possible = scenario.run.stopOn
    .map(name => targetOf(name, scenario, context))
    .filter(({ measure, context: own }) => !own.absent.includes(measure) && !refuses(own.refusals, measure));
  return possible.length > 0 ? possible : [{ name: 'throughput', measure: 'throughput', context }];
}

function targetOf(name: string, scenario: Scenario, whole: EstimateContext): StopTarget {
  const { measure, part } = partMeasure(name);
  if (part === undefined) return { name, measure, context: whole };
  const books = booksOf(scenario);
  if (part.kind === 'class') {
    const number = books.classes.indexOf(part.name);
    return {
      name,
      measure,
      context: classContext(scenario, whole),
      view: ledgers => classView(books, ledgers, number),
    };
  }
  const number = books.stations.indexOf(part.name);
  return {
    name,
    measure,
    context: stationContext(scenario, part.name, whole),
    view: ledgers => stationView(books, ledgers, number),
  };
}

const batchesFor = ({ view }: StopTarget, { batches, batchesOf, ledgers }: SoFar): Batches =>
  view === undefined ? batches : batchesOf(view(ledgers));

/** Whether every target has its precision, in batches that are long enough. */
export const allReached = (targets: readonly StopTarget[], soFar: SoFar): boolean =>
  targets.every(target => reachedAll(batchesFor(target, soFar), [target.measure], target.context));

/** The relative precision that a target has; undefined where it has none. */
export const precisionOfTarget = (target: StopTarget, soFar: SoFar): number | undefined =>
  precisionOf(batchesFor(target, soFar), target.measure, target.context);
