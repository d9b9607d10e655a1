import { drainTimeOf } from '../measurement/drain-time.js';
import type { Path } from '../measurement/path.js';
import type { DrainRecord } from '../result/result.js';
import { withoutBacklog } from '../scenario/backlog/without-backlog.js';
import { offeredLoad } from '../scenario/offered-load.js';
import type { Scenario } from '../scenario/type.js';
import { formatCount, formatDuration } from '../units.js';
import { recoverer } from './recoverer.js';

/** How long the backlog of a run took, measured and by its twin; undefined where there was none. */
export function drainedIn(backlog: number, livePath: Path, twinPath: Path): DrainRecord | undefined {
  if (backlog === 0) return undefined;
  const [measured, twin] = [livePath, twinPath].map(drainTimeOf);
  return { backlog, ...(measured !== undefined && { measured }), ...(twin !== undefined && { twin }) };
}

/** What is predicted of it by who knows of no more than the laws; undefined where nobody can tell. */
export async function predictedDrain(
  scenario: Scenario,
  signal: AbortSignal | undefined,
): Promise<DrainRecord['predicted']> {
  const { scenario: usual, waiting } = withoutBacklog(scenario);
  const [{ utilisation = Number.POSITIVE_INFINITY }] = Object.values(offeredLoad(usual));
  if (waiting === 0 || utilisation >= 1) return undefined;
  const outcome = await recoverer({ workers: 1, ...(signal && { signal }) })(usual, {
    kind: 'backlog',
    customers: waiting,
  });
  return outcome.answered ? outcome.recovery : undefined;
}

/** How long the backlog took, in a sentence. */
export function drainInWords({ backlog, measured, twin, predicted }: DrainRecord): string {
  const seen =
    measured === undefined
      ? 'was not gone before the arrivals ended'
      : `was gone after ${formatDuration(measured)} (${twin === undefined ? 'not so' : formatDuration(twin)} by its twin)`;
  const median = predicted?.percentiles.find(({ p }) => p === 0.5);
  const late = predicted?.percentiles.find(({ p }) => p === 0.95);
  const expected =
    predicted === undefined
      ? ''
      : `; predicted are ${formatDuration(predicted.meanTime.value)} on average` +
        `${median && late ? `, ${formatDuration(median.value)} in half of all runs and no more than ${formatDuration(late.value)} in 95 of 100` : ''} (${predicted.model})`;
  return `The backlog of ${formatCount(backlog)} messages ${seen}${expected}.`;
}
