import type { Estimate } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';

export interface Cost {
  readonly perHour: number;
  readonly currency: string;
}

/**
 * What the servers of a station cost: those that are paid for on average, where they come and go, else all of them.
 * Undefined where the scenario says no price.
 */
export function costOf(
  { cost }: Scenario,
  servers: number,
  { meanServers }: Readonly<Record<string, Estimate>> = {},
): Cost | undefined {
  return cost && { perHour: (meanServers?.value ?? servers) * cost.perServerHour, currency: cost.currency };
}
