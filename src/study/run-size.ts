import { size } from '../planning/size/size.js';
import { type ClearsInTime, sizeThatClears } from '../planning/size/size-that-clears.js';
import type { SizeQuestion, Sizing } from '../planning/size/sizing.js';
import type { Scenario } from '../scenario/type.js';
import { evaluator } from './evaluator.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import { recoverer } from './recoverer.js';
import type { Provenance } from './study.js';

export type { ClearsInTime } from '../planning/size/size-that-clears.js';
export type { Growth, SizeQuestion } from '../planning/size/sizing.js';

/** What `size --json` prints. */
export interface SizeReport extends Sizing {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export async function runSize(
  scenario: Scenario,
  { clears, ...question }: SizeQuestion & { readonly clears?: ClearsInTime },
  { command, ...options }: PlanOptions,
): Promise<SizeReport> {
  const evaluate = evaluator(options);
  const sizing =
    clears === undefined
      ? await size(scenario, question, evaluate)
      : await sizeThatClears(scenario, { ...question, clears }, evaluate, recoverer(options));
  return { schema: 1, ...sizing, provenance: provenance(command, scenario.run.seed) };
}
