import { arrivalProcessOf } from '../arrivals/index.js';
import { predict } from '../engines/theory/index.js';
import { withArrivals, withServers } from '../planning/change.js';
import { estimateOf } from '../result/estimate-of.js';
import { offeredLoad } from '../scenario/offered-load.js';
import { isClosed } from '../scenario/supply-rate.js';
import type { Scenario } from '../scenario/type.js';

/** What theory says of the same queue with other arrivals or other servers; SI. What it cannot say is absent. */
export interface NearbyPoint {
  /** Customers offered per second. */
  readonly offered: number;
  readonly servers: number;
  /** Erlangs for each server. */
  readonly load: number;
  readonly throughput?: number;
  readonly meanSojourn?: number;
  readonly p99Sojourn?: number;
}

/** The neighbourhood in which the asked scenario stands, by the same model throughout. */
export interface Surroundings {
  readonly model: string;
  readonly asked: NearbyPoint;
  /** With more or fewer arrivals, by increasing load. */
  readonly byLoad: readonly NearbyPoint[];
  /** With more or fewer servers; where nobody is turned away, from the fewest that keep up. */
  readonly byServers: readonly NearbyPoint[];
}

const loads = [
  0.05, 0.2, 0.35, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.98, 1.02, 1.2, 1.5,
] as const;

const mostServers = 7;
/** Beyond so many servers one more or less shows nothing, and large systems take long to solve. */
const largest = 500;

/** Undefined where theory has no answer, or there is no load to vary. */
export function surroundingsOf(scenario: Scenario): Surroundings | undefined {
  // Clients who wait for their answers offer what they are let.
  if (Object.values(scenario.classes).some(isClosed)) return undefined;
  // What depends on the time does not follow from a load.
  if (scenario.run.duration !== undefined || followsClock(scenario)) return undefined;
  const asked = predict(scenario, { curves: false, percentiles: [] });
  const [[name, { servers, capacity }], ...others] = Object.entries(scenario.stations);
  const load = offeredLoad(scenario)[name];
  if (!asked.answered || others.length > 0 || servers === 'infinite' || servers > largest) return undefined;
  const { arrivalRate, erlangs, utilisation } = load;
  if (erlangs === undefined || utilisation === undefined) return undefined;
  const least = capacity === undefined ? Math.floor(erlangs) + 1 : 1;
  const first = Math.max(least, servers - Math.floor(mostServers / 2));
  return {
    model: (asked.result.model ?? 'theory').replace(', no steady state', ''),
    asked: { offered: arrivalRate, servers, load: utilisation },
    byLoad: loads.flatMap(to => {
      const factor = to / utilisation;
      return nearby(withArrivals(scenario, factor), { offered: arrivalRate * factor, servers, load: to });
    }),
    byServers: Array.from({ length: mostServers }, (_, i) => first + i).flatMap(count =>
      nearby(withServers(scenario, name, count), {
        offered: arrivalRate,
        servers: count,
        load: erlangs / count,
      }),
    ),
  };
}

const followsClock = ({ classes }: Scenario): boolean =>
  Object.values(classes).some(({ arrivals }) => arrivals && arrivalProcessOf(arrivals).cycle !== undefined);

function nearby(
  scenario: Scenario,
  at: Pick<NearbyPoint, 'offered' | 'servers' | 'load'>,
): readonly NearbyPoint[] {
  const { capacity } = Object.values(scenario.stations)[0];
  if (capacity !== undefined && capacity < at.servers) return [];
  const outcome = predict(scenario, { curves: false, percentiles: [0.99] });
  if (!outcome.answered) return [];
  const told = (['throughput', 'meanSojourn', 'p99Sojourn'] as const).flatMap(measure => {
    const value = estimateOf(outcome.result, measure)?.value;
    return value === undefined ? [] : [[measure, value]];
  });
  return [{ ...at, ...Object.fromEntries(told) }];
}
