import type { RecoveryOutcome, Upset } from '../../result/recovery.js';
import type { Scenario } from '../../scenario/type.js';

/** Whoever works out recoveries: asked only of stations that can keep up. */
export type Recover = (scenario: Scenario, upset: Upset, deadline?: number) => Promise<RecoveryOutcome>;
