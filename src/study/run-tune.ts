import { type TuneQuestion, tune } from '../planning/tune/tune.js';
import type { Tuning } from '../planning/tune/tuning.js';
import type { Scenario } from '../scenario/type.js';
import { evaluator } from './evaluator.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

export { autoscaledStation } from '../planning/tune/tune.js';
export type { TunedSetting } from '../planning/tune/tuning.js';

/** What `tune --json` prints. */
export interface TuneReport extends Tuning {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export async function runTune(
  scenario: Scenario,
  question: TuneQuestion,
  { command, ...options }: PlanOptions,
): Promise<TuneReport> {
  const found = await tune(scenario, question, evaluator(options));
  return { schema: 1, ...found, provenance: provenance(command, scenario.run.seed) };
}
