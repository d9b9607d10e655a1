import { size } from '../planning/size/size.js';
import type { SizeQuestion, Sizing } from '../planning/size/sizing.js';
import type { Scenario } from '../scenario/type.js';
import { type EvaluatorOptions, evaluator } from './evaluator.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

export type { Growth, SizeQuestion } from '../planning/size/sizing.js';

/** What `size --json` prints. */
export interface SizeReport extends Sizing {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export interface PlanOptions extends EvaluatorOptions {
  /** What to type to get the same numbers again. */
  readonly command: string;
}

export async function runSize(
  scenario: Scenario,
  question: SizeQuestion,
  { command, ...options }: PlanOptions,
): Promise<SizeReport> {
  const sizing = await size(scenario, question, evaluator(options));
  return { schema: 1, ...sizing, provenance: provenance(command, scenario.run.seed) };
}
