import { type HighestLoad, highestLoad, type LoadQuestion } from '../planning/load/highest-load.js';
import type { Scenario } from '../scenario/type.js';
import { evaluator } from './evaluator.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

/** What `highest-load --json` prints. */
export interface HighestLoadReport extends HighestLoad {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export async function runHighestLoad(
  scenario: Scenario,
  question: LoadQuestion,
  { command, ...options }: PlanOptions,
): Promise<HighestLoadReport> {
  const found = await highestLoad(scenario, question, evaluator(options));
  return { schema: 1, ...found, provenance: provenance(command, scenario.run.seed) };
}
