import type { Population } from '../population.js';
import type { Route } from '../station.js';

export interface ClassBranch {
  /** Number of the next place. */
  readonly to: number;
  /** Number of the class from here on; absent: the same. */
  readonly as?: number;
}

/** Customers who may become of another class as they go on. @param draw gives the number of the branch taken */
export const changingClass = (
  population: Population,
  branches: readonly ClassBranch[],
  draw: Route,
): Route => ({
  next: customer => {
    const { to, as } = branches[draw.next(customer)];
    if (as !== undefined) population.class[customer] = as;
    return to;
  },
});
