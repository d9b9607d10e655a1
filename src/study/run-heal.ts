import { distributionOf } from '../distributions/index.js';
import { settlingTime } from '../engines/simulation/settling-time.js';
import { simulateAftermath } from '../engines/simulation/terminating/aftermath.js';
import { type Healing, type HealQuestion, heal } from '../planning/heal/heal.js';
import { offeredLoad } from '../scenario/offered-load.js';
import { serviceOf } from '../scenario/service-of.js';
import type { Scenario } from '../scenario/type.js';
import type { PlanOptions } from './plan-options.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

/** What `heal --json` prints. */
export interface HealReport extends Healing {
  readonly schema: 1;
  readonly provenance: Provenance;
}

export async function runHeal(
  scenario: Scenario,
  question: HealQuestion,
  { command, signal, onSimulated }: PlanOptions,
): Promise<HealReport> {
  const found = await heal(scenario, question, (asked, spike, watch) => {
    onSimulated?.(0);
    const times = { calm: Math.max(calmTime(asked), spike.seconds), watch };
    return simulateAftermath(asked, spike, { ...times, ...(signal && { signal }) });
  });
  return { schema: 1, ...found, provenance: provenance(command, scenario.run.seed) };
}

/** Twice what the slowest station takes to settle from its empty start: the first half is left out. */
function calmTime(scenario: Scenario): number {
  const load = offeredLoad(scenario);
  const times = Object.entries(scenario.stations).map(([name, station]) => {
    const { utilisation } = load[name];
    const laws = Object.keys(scenario.classes).map(one => distributionOf(serviceOf(station, one)));
    const meanService = Math.max(...laws.map(({ mean }) => mean));
    const serviceScv = Math.max(...laws.map(({ scv }) => scv));
    return utilisation === undefined
      ? 10 * meanService
      : settlingTime({ meanService, serviceScv, servers: Number(station.servers), utilisation });
  });
  return 2 * Math.max(...times);
}
