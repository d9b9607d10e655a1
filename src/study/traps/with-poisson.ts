import { arrivalProcessOf } from '../../arrivals/index.js';
import { predict } from '../../engines/theory/index.js';
import type { Result } from '../../result/result.js';
import { isOpen } from '../../scenario/supply-rate.js';
import type { ArrivalSpec, Scenario } from '../../scenario/type.js';

/** The mean wait in seconds if as many customers came by a Poisson process; undefined where theory does not say. */
export function waitWithPoisson(scenario: Scenario): number | undefined {
  const classes = Object.entries(scenario.classes).map(
    ([name, customers]) =>
      [
        name,
        isOpen(customers) ? { ...customers, arrivals: poisson(customers.arrivals) } : customers,
      ] as const,
  );
  const outcome = predict({ ...scenario, classes: Object.fromEntries(classes) }, { curves: false });
  return outcome.answered ? outcome.result.measures.meanWait?.value : undefined;
}

const poisson = (arrivals: ArrivalSpec): ArrivalSpec => ({
  process: 'poisson',
  rate: arrivalProcessOf(arrivals).rate,
});

/** The mean wait as the first engine that says it does. */
export const meanWaitOf = (results: readonly Result[]): number | undefined =>
  results.find(({ measures }) => measures.meanWait)?.measures.meanWait?.value;
