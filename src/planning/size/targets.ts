import type { Scenario, Station, Threshold } from '../../scenario/type.js';
import { PlanningProblem } from '../problem.js';

/** Measures that more servers can only make smaller. */
const falling = [
  'utilisation',
  'meanWait',
  'meanSojourn',
  'meanNumberInQueue',
  'meanNumberInSystem',
  'probabilityOfWait',
  'probabilityOfLoss',
  'probabilityOfAbandonment',
  'probabilityOfBaulking',
];

const examples = 'such as "p99 wait < 5s", "mean sojourn < 2s", "loss < 1%" or "utilisation < 80%"';

/**
 * What the scenario is to be held to, where servers are to be found for it.
 * @throws PlanningProblem at a target that servers cannot be found for
 */
export function checkTargets(scenario: Scenario, { capacity }: Station): readonly Threshold[] {
  const { thresholds = [], classes } = scenario;
  if (thresholds.length === 0) throw new PlanningProblem(`no target is given; expected one ${examples}`);
  const impatient = Object.values(classes).some(one => one.patience ?? one.timeout);
  const lossy =
    capacity !== undefined || Object.values(scenario.stations).some(s => s.capacity !== undefined);
  for (const { text, measure, comparison, limit } of thresholds) {
    const refuse = (why: string) => {
      throw new PlanningProblem(`"${text}" is no target to find servers for: ${why}`);
    };
    if (comparison.startsWith('>')) refuse(`it is a lower limit; expected an upper one, ${examples}`);
    if (!falling.includes(measure) && !/^p[\d.]+(Wait|Sojourn)$/.test(measure))
      refuse(`servers do not decide it; expected one ${examples}`);
    if (measure === 'probabilityOfLoss' && !lossy)
      refuse('nothing is lost without a capacity; give one, or leave the target out');
    if (measure === 'probabilityOfAbandonment' && !impatient)
      refuse('nobody gives up without a patience or a timeout; give one, or leave the target out');
    if (limit === 0) refuse('nothing is below 0; expected a limit above it');
  }
  return thresholds;
}
