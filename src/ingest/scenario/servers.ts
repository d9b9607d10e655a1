import type { Inferred } from '../inferred.js';
import type { Chosen } from './chosen.js';

/** How many servers a scenario gets: as told, else those with whom customers would have waited as they did. */
export function chooseServers(
  seen: Inferred['servers'],
  erlangs: number | undefined,
  given: number | undefined,
): Chosen<number> {
  if (given !== undefined) return { spec: given, why: `servers: ${given}, as told` };
  const stable = Math.floor(erlangs ?? 0) + 1;
  const effective = seen?.effective;
  if (effective !== undefined && effective > (erlangs ?? 0))
    return {
      spec: effective,
      why: `servers: ${effective}, with whom the log played again waits as it did`,
    };
  return {
    spec: stable,
    why: `servers: ${stable}, the fewest that keep up; the data do not tell (--servers says how many)`,
  };
}
