import type { Source } from '../model.js';
import { mostPlaces, placesThatMatter } from './geometric-places.js';
import { timesToService } from './way-to-service.js';

/** Servers that take a to b customers at once and close the batch, as an arrival finds them. */
export interface ClosedBatchesFound {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  readonly minimum: number;
  readonly batch: number;
  /** Chances that a server is free and so many wait, 0 .. minimum - 1. */
  readonly waitingForMore: Float64Array;
  /** Chance that all are busy; then k wait with chance (1 - r) r^k. */
  readonly allBusy: number;
  /** r. */
  readonly ratio: number;
  /** Seconds. */
  readonly meanWait: number;
  readonly source: Source;
}

/**
 * The laws of wait and sojourn in M/M^[a,b]/c (worked out here; the means are the source's). A customer waits for its turn,
 * by batches, and then until there are enough. Its states: while all servers are busy, so many ahead of it and so many
 * behind, of whom no more than a - 1 matter; while one is free, so many that are missing. Left out where that takes too
 * many states or events.
 */
export function closedBatchTimes(found: ClosedBatchesFound): ReturnType<typeof timesToService> {
  const { arrivalRate, meanService, servers, minimum, batch, waitingForMore, allBusy, ratio } = found;
  const places = placesThatMatter(ratio);
  if (places === undefined || places * minimum > mostPlaces) return {};
  const busyStates = places * minimum;
  /** With a free server and so many missing, 1 or more. */
  const missing = (more: number): number => busyStates + more - 1;
  const behind = (ahead: number, later: number): number => ahead * minimum + Math.min(later, minimum - 1);
  const begins = new Float64Array(busyStates + minimum - 1);
  for (let ahead = 0; ahead < places; ahead++)
    begins[behind(ahead, 0)] = allBusy * (1 - ratio) * ratio ** ahead;
  for (let waiting = 0; waiting < minimum - 1; waiting++)
    begins[missing(minimum - 1 - waiting)] = waitingForMore[waiting];

  const rate = arrivalRate + servers / meanService;
  const comes = arrivalRate / rate;
  const ends = 1 - comes;
  /** Undefined: in service. */
  const afterService = (ahead: number, later: number): number | undefined => {
    if (ahead + 1 + later < minimum) return missing(minimum - 1 - ahead - later);
    return ahead < batch ? undefined : behind(ahead - batch, later);
  };
  const event = (before: Float64Array, after: Float64Array): void => {
    for (let ahead = 0; ahead < places; ahead++) {
      for (let later = 0; later < minimum; later++) {
        const chance = before[behind(ahead, later)];
        after[behind(ahead, later + 1)] += chance * comes;
        const next = afterService(ahead, later);
        if (next !== undefined) after[next] += chance * ends;
      }
    }
    for (let more = 1; more < minimum; more++) {
      const chance = before[missing(more)];
      if (more > 1) after[missing(more - 1)] += chance * comes;
      after[missing(more)] += chance * ends;
    }
  };
  const { meanWait, source } = found;
  return timesToService({ begins, rate, event, meanWait, meanService, source });
}
