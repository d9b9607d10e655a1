import type { Source } from '../model.js';
import { placesThatMatter } from './geometric-places.js';
import { timesToService } from './way-to-service.js';

export interface RandomOrder {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  readonly probabilityOfWait: number;
  /** Seconds. */
  readonly meanWait: number;
}

const source: Source = { ref: 'kingman1962order', at: 'the order of service' };

/**
 * The laws of wait and sojourn in M/M/c where the next is drawn by chance from those who wait: a chain on how many
 * others wait, a geometric number at first; at each departure the customer is the one with chance 1 / (others + 1).
 * (Worked out here; the source has the variance.) Left out where that takes too many states or events.
 */
export function randomOrderTimes({
  arrivalRate,
  meanService,
  servers,
  probabilityOfWait,
  meanWait,
}: RandomOrder): ReturnType<typeof timesToService> {
  const load = (arrivalRate * meanService) / servers;
  const places = placesThatMatter(load);
  if (places === undefined) return {};
  const begins = Float64Array.from(
    { length: places },
    (_, others) => probabilityOfWait * (1 - load) * load ** others,
  );
  const rate = arrivalRate + servers / meanService;
  const comes = arrivalRate / rate;
  const event = (before: Float64Array, after: Float64Array): void => {
    for (let others = 0; others < places; others++) {
      const chance = before[others];
      after[Math.min(others + 1, places - 1)] += chance * comes;
      if (others > 0) after[others - 1] += (chance * (1 - comes) * others) / (others + 1);
    }
  };
  return timesToService({ begins, rate, event, meanWait, meanService, source });
}
