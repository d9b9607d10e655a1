import type { Estimate, Result } from '../result/result.js';
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

/**
 * What the servers of all stations cost. Undefined where the scenario says no price, a station has a server for everyone,
 * or nobody knows how many there are on average of those that come and go.
 */
export function costOfAll(
  scenario: Scenario,
  { measures, stations }: Pick<Result, 'measures' | 'stations'>,
): Cost | undefined {
  const names = Object.keys(scenario.stations);
  const costs = names.flatMap(name => {
    const station = scenario.stations[name];
    const { meanServers } = stations?.[name]?.measures ?? (names.length === 1 ? measures : {});
    const moving = station.schedule ?? station.autoscaling ?? station.whenIdle?.setUp;
    if (station.servers === 'infinite' || (moving && meanServers === undefined)) return [];
    return costOf(scenario, station.servers, meanServers && { meanServers }) ?? [];
  });
  if (costs.length === 0 || costs.length < names.length) return undefined;
  const [{ currency }] = costs;
  return { perHour: costs.reduce((sum, { perHour }) => sum + perHour, 0), currency };
}
