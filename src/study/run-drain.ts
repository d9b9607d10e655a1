import { type Drain, type DrainQuestion, drain } from '../planning/drain/drain.js';
import type { Scenario } from '../scenario/type.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import { recoverer } from './recoverer.js';
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
  options: PlanOptions,
): Promise<DrainReport> {
  const { command } = options;
  const found = await drain(scenario, question, recoverer(options));
  return { schema: 1, ...found, provenance: provenance(command, scenario.run.seed) };
}
