import { simulatePair, workerTeam } from '../engines/simulation/index.js';
import { predict } from '../engines/theory/index.js';
import { type Differences, differencesOf } from '../planning/difference/difference.js';
import type { Scenario } from '../scenario/type.js';
import { provenance } from './provenance.js';
import type { PlanOptions } from './run-size.js';
import type { Provenance } from './study.js';

export type { MeasureDifference } from '../planning/difference/difference.js';

/** What `compare --json` prints. */
export interface CompareReport extends Differences {
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
