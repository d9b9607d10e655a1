import { simulatePair, workerTeam } from '../engines/simulation/index.js';
import { predict } from '../engines/theory/index.js';
import { type Differences, differencesOf } from '../planning/difference/difference.js';
import { type MeasuredDifferences, measuredDifferences } from '../planning/difference/measured.js';
import type { Result } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import type { Provenance, Study } from './study.js';

export type { MeasureDifference } from '../planning/difference/difference.js';

/** What `compare --json` prints. */
export interface CompareReport extends Differences, Partial<Pick<MeasuredDifferences, 'distances'>> {
  readonly schema: 1;
  readonly provenance: Provenance;
}

/** The second scenario against the first; seed, precision and budget are those of the first. */
export async function runCompare(
  first: Scenario,
  second: Scenario,
  { command, workers, signal, onSimulated }: PlanOptions,
): Promise<CompareReport> {
  const common = { ...second, run: first.run };
  const found = await differencesOf(first, common, {
    theory: [predict(first, { curves: false }), predict(common, { curves: false })],
    simulated: () => {
      onSimulated?.(0);
      return simulatePair(first, common, {
        ...(workers > 1 && { team: workerTeam(workers) }),
        ...(signal && { signal }),
      });
    },
  });
  return { schema: 1, ...found, provenance: provenance(command, first.run.seed) };
}

/** Two studies that cannot be compared, and why. */
export class StudiesProblem extends Error {}

/**
 * The measured run of the second study against that of the first.
 * @throws StudiesProblem where one of them has none, or none that counts
 */
export function compareStudies(
  studies: readonly [Study, Study],
  names: readonly [string, string],
  command: string,
): CompareReport {
  const [first, second] = studies.map((study, i) => measuredRun(study, names[i]));
  const levels = [first, second].map(({ scenario }) => scenario.run.confidence);
  if (levels[0] !== levels[1])
    throw new StudiesProblem(
      `the intervals of ${names[0]} hold with ${levels[0] * 100} %, those of ${names[1]} with ${levels[1] * 100} %; expected runs with the same run.confidence`,
    );
  const found = measuredDifferences(first, second);
  return { schema: 1, ...found, provenance: provenance(command, first.scenario.run.seed) };
}

function measuredRun({ results }: Study, name: string): Result {
  const live = results.find(({ engine }) => engine === 'live');
  if (live === undefined)
    throw new StudiesProblem(
      `${name} holds no run on a real queue; expected two such studies. Scenarios are compared as files: sojourn compare a.yaml b.yaml`,
    );
  const failed = live.live?.checks.filter(({ passed }) => !passed) ?? [];
  if (failed.length > 0 || live.live?.partial)
    throw new StudiesProblem(
      `the run of ${name} does not count: ${live.live?.partial ? 'it was not finished' : `it failed its own checks (${failed.map(check => check.name).join(', ')})`}; run it again`,
    );
  return live;
}
