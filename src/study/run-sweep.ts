import type { Axis } from '../planning/sweep/axis.js';
import { type Cell, type Sweep, type SweepProgress, sweep } from '../planning/sweep/sweep.js';
import type { Scenario } from '../scenario/type.js';
import { evaluator } from './evaluator.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

export { type Axis, axisOf } from '../planning/sweep/axis.js';
export type { Cell, SweepPoint } from '../planning/sweep/sweep.js';

/** What `sweep --json` prints. */
export interface SweepReport extends Sweep {
  readonly schema: 1;
  /** As it is without the changes of the axes. */
  readonly scenario: Scenario;
  /** Paths of the files written. */
  readonly files: readonly string[];
  readonly provenance: Provenance;
}

/** @param scenario what the cells are changes of */
export async function runSweep(
  scenario: Scenario,
  axes: readonly Axis[],
  cells: readonly Cell[],
  { command, onCell, ...options }: PlanOptions & SweepProgress,
): Promise<SweepReport> {
  const found = await sweep(axes, cells, evaluator(options), { ...(onCell && { onCell }) });
  return { schema: 1, ...found, scenario, files: [], provenance: provenance(command, scenario.run.seed) };
}
