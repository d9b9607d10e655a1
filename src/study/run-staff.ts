import { staff } from '../planning/staff/staff.js';
import type { Staffing, StaffQuestion } from '../planning/staff/staffing.js';
import type { Scenario } from '../scenario/type.js';
import { evaluator } from './evaluator.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

export type { StaffedInterval, StaffQuestion } from '../planning/staff/staffing.js';

/** What `staff --json` prints. */
export interface StaffReport extends Staffing {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export async function runStaff(
  scenario: Scenario,
  question: StaffQuestion,
  { command, ...options }: PlanOptions,
): Promise<StaffReport> {
  const found = await staff(scenario, question, evaluator(options));
  return { schema: 1, ...found, provenance: provenance(command, scenario.run.seed) };
}
