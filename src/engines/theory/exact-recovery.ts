import { type Recovery, recoveryPercentiles, type Upset } from '../../result/recovery.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { cite } from './citation.js';
import type { Source } from './model.js';
import { mmc } from './models/mmc.js';
import { kendallOf, problemOf } from './problem.js';
import { fromBacklog, fromPause } from './recovery.js';

/** What the recovery of M/M/c takes; undefined for other stations, and for spikes. */
export function exactRecovery(
  scenario: Scenario,
  upset: Upset,
  deadline: number | undefined,
): Recovery | undefined {
  const station = singleStation(scenario);
  if (typeof station === 'string' || upset.kind === 'spike') return undefined;
  const problem = problemOf(station);
  if (station.discipline !== 'fcfs' || mmc.covers(problem) !== true) return undefined;
  const { arrivals, service, servers } = problem;
  const given = { arrivalRate: arrivals.rate, meanService: service.mean, servers };
  const found =
    upset.kind === 'backlog' ? fromBacklog(given, upset.customers) : fromPause(given, upset.seconds);
  const exact = (value: number, source: Source) => ({ kind: 'exact', value, source: cite(source) }) as const;
  return {
    engine: 'theory',
    model: kendallOf(problem),
    meanBacklog: exact(found.meanBacklog, found.source),
    meanTime: exact(found.mean, found.source),
    percentiles: recoveryPercentiles.map(p => ({
      p,
      ...exact(found.time.quantile(p), found.time.source),
    })),
    ...(deadline !== undefined && { within: exact(found.time.cdf(deadline), found.time.source) }),
  };
}
