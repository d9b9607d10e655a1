import { distributionOf } from '../../distributions/index.js';
import type { Station } from '../type.js';

/** Share of the time in which a server is not down. */
export function availabilityOf({ breakdowns }: Station): number {
  if (breakdowns === undefined) return 1;
  const up = distributionOf(breakdowns.upTime).mean;
  return up / (up + distributionOf(breakdowns.repairTime).mean);
}
