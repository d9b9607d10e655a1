import { simulateRecovery } from '../engines/simulation/recovery.js';
import { exactRecovery } from '../engines/theory/exact-recovery.js';
import { type Drain, type DrainQuestion, drain } from '../planning/drain/drain.js';
import type { Recover } from '../planning/drain/recover.js';
import type { Scenario } from '../scenario/type.js';
import { provenance } from './provenance.js';
import type { PlanOptions } from './run-size.js';
import type { Provenance } from './study.js';

export type { DrainQuestion, DrainRow } from '../planning/drain/drain.js';
export type { Upset } from '../result/recovery.js';

/** What `drain --json` prints. */
export interface DrainReport extends Drain {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export async function runDrain(
  scenario: Scenario,
  question: DrainQuestion,
  { command, signal, onSimulated }: PlanOptions,
): Promise<DrainReport> {
  const recover: Recover = async (asked, upset, deadline) => {
    const recovery = exactRecovery(asked, upset, deadline);
    if (recovery) return { answered: true, recovery };
    onSimulated?.(0);
    return simulateRecovery(asked, upset, deadline, signal);
  };
  const found = await drain(scenario, question, recover);
  return { schema: 1, ...found, provenance: provenance(command, scenario.run.seed) };
}
