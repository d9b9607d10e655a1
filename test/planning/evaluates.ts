import { simulate } from '../../src/engines/simulation/index.js';
import { predict } from '../../src/engines/theory/index.js';
import type { Evaluate } from '../../src/planning/evaluate.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/type.js';

/** Theory alone, whatever it has. */
export const byTheory: Evaluate = async (scenario, question) => predict(scenario, question);

/** The simulation alone; of theory only what no simulation can show, a server for everybody. */
export const bySimulation: Evaluate = async (scenario, question) =>
  Object.values(scenario.stations).some(({ servers }) => servers === 'infinite')
    ? predict(scenario, question)
    : simulate(scenario, question);

export function scenarioOf(text: string, ...thresholds: string[]): Scenario {
  const targets = thresholds.length === 0 ? '' : `, thresholds: ${JSON.stringify(thresholds)}`;
  const servers = text.includes('servers:') ? '' : 'servers: 1, ';
  return parseScenario(`{ ${servers}${text}${targets} }`);
}
