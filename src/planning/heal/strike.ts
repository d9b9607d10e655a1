import type { AftermathOutcome } from '../../result/aftermath.js';
import type { Spike } from '../../result/recovery.js';
import type { Scenario } from '../../scenario/type.js';

/** Whoever finds out what a spike leaves behind, some seconds after it. */
export type Strike = (scenario: Scenario, spike: Spike, watch: number) => Promise<AftermathOutcome>;
