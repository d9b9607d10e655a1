import type { Source, TimeDistribution } from '../model.js';
import { endsAtPoissonEvent, noTime } from './simple.js';

export interface PlacesAhead {
  /** `chances[j]`: an accepted customer finds all servers busy and j customers waiting. */
  readonly chances: (j: number) => number;
  /** Of which this many can be told from 0. */
  readonly places: number;
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
export function placesAhead({ chances, places, atOnce, servers, meanService, source }: PlacesAhead): {
  readonly wait: TimeDistribution;
  readonly sojourn: TimeDistribution;
} {
  const rate = servers / meanService;
  const stays = 1 - 1 / servers;
  let known: { readonly waiting: Float64Array; readonly serving: Float64Array } | undefined;
  /** After k events: the chance to be still waiting, and to be in service. Made when a law is first asked. */
  const made = () => {
    if (known) return known;
    const [waiting, serving] = [new Float64Array(places + 1), new Float64Array(places + 1)];
    serving[0] = atOnce;
    for (let k = 0; k < places; k++) {
      waiting[k] = chances(k);
      serving[k + 1] = stays * serving[k] + waiting[k];
    }
    for (let k = places - 1; k >= 0; k--) waiting[k] += waiting[k + 1];
    known = { waiting, serving };
    return known;
  };
  const present = (k: number): number => {
    const { waiting, serving } = made();
    return k < places ? waiting[k] + serving[k] : serving[places] * stays ** (k - places);
  };
  const unserved = (k: number): number => (k < places ? made().waiting[k] : 0);
  return {
    wait: places > 0 ? endsAtPoissonEvent(rate, unserved, meanService, source) : noTime(source),
    sojourn: endsAtPoissonEvent(rate, present, meanService, source),
  };
}
