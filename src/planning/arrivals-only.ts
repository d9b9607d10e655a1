import { isClosed } from '../scenario/supply-rate.js';
import type { Scenario } from '../scenario/type.js';
import { PlanningProblem } from './problem.js';

/** @throws PlanningProblem where customers do not arrive: what is asked is about more of them than now. */
export function needArrivals({ classes }: Scenario): void {
  const closed = Object.keys(classes).find(name => isClosed(classes[name]));
  if (closed === undefined) return;
  throw new PlanningProblem(
    `class "${closed}" has clients who wait for their answers, so nobody can say how much is asked of the servers; expected arrivals (or sweep --vary clients=10..100:10, --vary servers=1..8, to see what each makes of it)`,
  );
}
