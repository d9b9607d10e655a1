import { arrivalProcessOf } from '../../../src/arrivals/index.js';
import { distributionOf } from '../../../src/distributions/index.js';
import type { StationProblem } from '../../../src/engines/theory/index.js';

/** M/M/c, and what to change of it. */
export const problem = (
  lambda: number,
  meanService: number,
  servers = 1,
  changed: Partial<StationProblem> = {},
): StationProblem => ({
  arrivals: arrivalProcessOf({ process: 'poisson', rate: lambda }),
  service: distributionOf({ distribution: 'exponential', mean: meanService }),
  servers,
  capacity: Number.POSITIVE_INFINITY,
  discipline: 'fcfs',
  ...changed,
});
