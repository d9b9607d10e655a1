import type { Result, Warning } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';

/** A mistake that people make with scenarios of a kind: undefined where this is none, or none that matters. */
export type Trap = (scenario: Scenario, results: readonly Result[]) => Warning | undefined;
