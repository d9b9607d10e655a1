import type { Source } from '../model.js';
import { timesToService } from './way-to-service.js';

/** Customers who find all servers busy and try again, as one of them finds the others. */
export interface OthersInOrbit {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Of each in orbit, per second. */
  readonly retrialRate: number;
  /** Chances of n others in orbit and j busy servers: by n, as far as they matter. */
  readonly found: readonly Float64Array[];
  /** Seconds. */
  readonly meanWait: number;
  readonly source: Source;
}

/**
 * The laws of the time in orbit and of the sojourn in M/M/c with retrials: a chain on the others in orbit and the busy
 * servers, which the customer leaves when it tries while one is free. (Worked out here; the mean is the source's.)
 * Left out where that takes too many states or events.
 */
export function retrialTimes({
  arrivalRate,
  meanService,
  servers,
  retrialRate,
  found,
  meanWait,
  source,
}: OthersInOrbit): ReturnType<typeof timesToService> {
  const size = servers + 1;
  const most = found.length - 1;
  const begins = new Float64Array(found.length * size);
  for (const [n, level] of found.entries()) begins[n * size + servers] = level[servers];
  const rate = arrivalRate + servers / meanService + found.length * retrialRate;
  const [comes, ends, tries] = [arrivalRate, 1 / meanService, retrialRate].map(each => each / rate);
  const event = (before: Float64Array, after: Float64Array): void => {
    for (let n = 0, i = 0; n <= most; n++) {
      for (let j = 0; j < size; j++, i++) {
        const chance = before[i];
        const free = j < servers;
        // Who comes when as many are in orbit as matter is not counted.
        const grows = free ? i + 1 : n < most ? i + size : i;
        after[grows] += chance * comes;
        if (j > 0) after[i - 1] += chance * j * ends;
        if (free && n > 0) after[i - size + 1] += chance * n * tries;
        after[i] += chance * (1 - comes - j * ends - (free ? (n + 1) * tries : 0));
      }
    }
  };
  return timesToService({ begins, rate, event, meanWait, meanService, source });
}
