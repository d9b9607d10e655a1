import { offeredLoad } from '../../scenario/offered-load.js';
import { availabilityOf } from '../../scenario/server-side/availability.js';
import type { Scenario } from '../../scenario/type.js';
import { withArrivals } from '../change.js';
import { decide } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import type { Headroom } from './sizing.js';
import { isUnstable, type Trial, tryOut } from './trial.js';

/** Beyond so many times as many arrivals nobody asks. */
const mostFactor = 1024;

/** Halvings between the last rate that holds and the first that does not, and how near is near enough. */
const exactly = { halvings: 30, nearness: 1e-4 };
const sampled = { halvings: 5, nearness: 0.01 };

/** The highest arrival rate at which the scenario, known to meet its thresholds, still does. */
export async function headroomOf(
  scenario: Scenario,
  station: string,
  evaluate: Evaluate,
  exact: boolean,
): Promise<Headroom> {
  const { arrivalRate, utilisation } = offeredLoad(scenario)[station];
  const loads = Object.entries(offeredLoad(scenario)).map(
    ([name, load]) => (load.utilisation ?? 0) / availabilityOf(scenario.stations[name]),
  );
  const lossless = Object.values(scenario.stations).every(({ capacity }) => capacity === undefined);
  const impatient = Object.values(scenario.classes).every(({ patience }) => patience);
  const tipping = lossless && !impatient ? 1 / Math.max(...loads) : undefined;
  const { halvings, nearness } = exact ? exactly : sampled;

  let holds = 1;
  let fails = tipping ?? 1;
  let broken: Trial | undefined;
  const holdsAt = async (factor: number): Promise<boolean> => {
    const trial = await tryOut(withArrivals(scenario, factor), evaluate);
    if (trial.decision !== 'met') broken = trial;
    return trial.decision === 'met';
  };
  if (tipping === undefined) {
    for (fails = 2; fails <= mostFactor && (await holdsAt(fails)); fails *= 2) holds = fails;
    if (fails > mostFactor) return { arrivalRate: holds * arrivalRate, factor: holds };
  }
  for (let i = 0; i < halvings && fails - holds > nearness * holds; i++) {
    const middle = (holds + fails) / 2;
    if (await holdsAt(middle)) holds = middle;
    else fails = middle;
  }
  return {
    arrivalRate: holds * arrivalRate,
    factor: holds,
    breaks: {
      arrivalRate: fails * arrivalRate,
      factor: fails,
      targets: broken ? failing(scenario, broken) : [],
      decision: broken?.decision ?? 'missed',
    },
    ...(tipping !== undefined && utilisation !== undefined && { saturation: tipping * arrivalRate }),
  };
}

/** No target by name where the queue grows without end: all of them. */
function failing({ thresholds = [] }: Scenario, { result }: Trial): string[] {
  if (isUnstable(result)) return [];
  return thresholds.filter(target => decide(target, result) !== 'met').map(({ text }) => text);
}
