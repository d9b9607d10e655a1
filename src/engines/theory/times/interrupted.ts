import { erlangC } from '../erlang.js';
import type { Source, TimeDistribution } from '../model.js';
import { mostPlaces, placesThatMatter } from './geometric-places.js';
import { timeInChain } from './in-chain.js';

/** Customers of one priority at several servers, as far as the less urgent do not matter. */
export interface InterruptedCustomers {
  /** Arrivals of the more urgent, per second. */
  readonly urgentRate: number;
  /** Arrivals of those of the same priority, per second. */
  readonly ownRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Seconds. */
  readonly meanSojourn: number;
  readonly source: Source;
}

/**
 * The law of the sojourn in M/M/c with priorities where services are interrupted and resumed, the last to come first.
 * Whoever has n ahead is served while n < c; the more urgent come before it, those of its own priority after it. It finds
 * the station as M/M/c of those up to its priority. (Worked out here; the means are the source's.) Undefined where that
 * takes too many states or events.
 */
export function interruptedSojourn({
  urgentRate,
  ownRate,
  meanService,
  servers,
  meanSojourn,
  source,
}: InterruptedCustomers): TimeDistribution | undefined {
  const load = (urgentRate + ownRate) * meanService;
  const begins = numbersFound(servers, load);
  if (begins === undefined) return undefined;
  const rate = urgentRate + servers / meanService;
  const comes = urgentRate / rate;
  const ends = 1 / meanService / rate;
  const event = (before: Float64Array, after: Float64Array): void => {
    for (let n = 0; n < before.length; n++) {
      const chance = before[n];
      const leaves = Math.min(n, servers) * ends;
      after[Math.min(n + 1, before.length - 1)] += chance * comes;
      if (n > 0) after[n - 1] += chance * leaves;
      after[n] += chance * (1 - comes - leaves - (n < servers ? ends : 0));
    }
  };
  return timeInChain({ begins, rate, event, mean: meanSojourn, source });
}

/** Customers in M/M/c as arrivals find them, as far as there are chances to speak of. */
function numbersFound(servers: number, load: number): Float64Array<ArrayBuffer> | undefined {
  const ratio = load / servers;
  const waiting = placesThatMatter(ratio);
  if (waiting === undefined || servers + waiting > mostPlaces) return undefined;
  const places = servers + waiting;
  const found = new Float64Array(places + 1);
  found[servers] = erlangC(servers, load) * (1 - ratio);
  for (let n = servers; n > 0; n--) found[n - 1] = (found[n] * n) / load;
  for (let n = servers; n < places; n++) found[n + 1] = found[n] * ratio;
  return found;
}
