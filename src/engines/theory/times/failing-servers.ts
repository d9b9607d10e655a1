import type { Source, TimeDistribution } from '../model.js';
import { timeInChain } from './in-chain.js';

/** Several servers that fail and are repaired on their own, whether they work or not. */
export interface FailingServers {
  readonly meanService: number;
  readonly servers: number;
  /** Of one server, per second. */
  readonly failureRate: number;
  readonly repairRate: number;
  /** Chances that a customer finds n others and so many servers down: by n, as far as they matter. */
  readonly found: readonly Float64Array[];
  /** Seconds. */
  readonly meanSojourn: number;
  readonly source: Source;
}

/**
 * The law of the sojourn in M/M/c with breakdowns, first come first served: a server that fails takes over from the last
 * to come of those in service. Whoever has n ahead is served while more than n servers are up, and those behind do not
 * matter. (Worked out here; the means are the source's.) Undefined where it takes too many events.
 */
export function failingServersSojourn({
  meanService,
  servers,
  failureRate,
  repairRate,
  found,
  meanSojourn,
  source,
}: FailingServers): TimeDistribution | undefined {
  const size = servers + 1;
  const begins = Float64Array.from(found.flatMap(level => [...level]));
  const rate = servers * (1 / meanService + Math.max(failureRate, repairRate));
  const [ends, fails, repairs] = [1 / meanService, failureRate, repairRate].map(each => each / rate);
  const event = (before: Float64Array, after: Float64Array): void => {
    for (let n = 0, i = 0; n < found.length; n++) {
      for (let down = 0; down < size; down++, i++) {
        const up = servers - down;
        const chance = before[i];
        const leaves = Math.min(n, up) * ends;
        if (n > 0) after[i - size] += chance * leaves;
        if (up > 0) after[i + 1] += chance * up * fails;
        if (down > 0) after[i - 1] += chance * down * repairs;
        after[i] += chance * (1 - leaves - up * fails - down * repairs - (n < up ? ends : 0));
      }
    }
  };
  return timeInChain({ begins, rate, event, mean: meanSojourn, source });
}
