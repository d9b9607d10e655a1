import type { Source, TimeDistribution } from './model.js';
import { endsAtPoissonEvent, noTime } from './times.js';

export interface PlacesAhead {
  /** `chances[j]`: an accepted customer finds all servers busy and j customers waiting. */
  readonly chances: Float64Array;
  /** It finds a free server. */
  readonly atOnce: number;
  readonly servers: number;
  /** Of an exponential service, seconds. */
  readonly meanService: number;
  readonly source: Source;
}

/**
 * Laws of wait and sojourn where c busy exponential servers work off what a customer finds ahead of it: the
 * j + 1 departures it waits for are events of a Poisson stream of rate cμ, and each later event of the stream
 * is the end of its own service with chance 1/c. Every term is positive, so nothing cancels, for any c.
 */
export function placesAhead({ chances, atOnce, servers, meanService, source }: PlacesAhead): {
  readonly wait: TimeDistribution;
  readonly sojourn: TimeDistribution;
} {
  const rate = servers / meanService;
  const places = chances.length;
  const stays = 1 - 1 / servers;
  // After k events: still waiting, or in service.
  const waiting = new Float64Array(places + 1);
  for (let k = places - 1; k >= 0; k--) waiting[k] = waiting[k + 1] + chances[k];
  const serving = new Float64Array(places + 1);
  serving[0] = atOnce;
  for (let k = 0; k < places; k++) serving[k + 1] = stays * serving[k] + chances[k];
  const present = (k: number): number =>
    k < places ? waiting[k] + serving[k] : serving[places] * stays ** (k - places);
  return {
    wait:
      waiting[0] > 0
        ? endsAtPoissonEvent(rate, k => (k < places ? waiting[k] : 0), meanService, source)
        : noTime(source),
    sojourn: endsAtPoissonEvent(rate, present, meanService, source),
  };
}
