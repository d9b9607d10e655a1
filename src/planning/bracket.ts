/** What a search for the highest factor has found. */
export interface Bracket {
  /** The highest that held; absent when none did. */
  readonly holds?: number;
  /** The lowest that did not; absent when all did. */
  readonly fails?: number;
}

export interface Search {
  readonly first: number;
  /** The search ends when the two are this near, relative to the lower. */
  readonly nearness: number;
  /** Tries at most. */
  readonly most: number;
}

/** The first step from the guess; each that follows is twice as long. */
const firstStep = 0.2;

/**
 * The highest factor that holds, where every lower one holds too: from the guess in growing steps until one holds
 * and one does not, then by halving on the scale of ratios.
 * @param holdsAt undefined: the search is to end here
 */
export async function bracket(
  holdsAt: (factor: number) => Promise<boolean | undefined>,
  { first, nearness, most }: Search,
): Promise<Bracket> {
  let holds: number | undefined;
  let fails: number | undefined;
  let factor = first;
  let step = Math.log1p(firstStep);
  for (let i = 0; i < most; i++) {
    const held = await holdsAt(factor);
    if (held === undefined) break;
    if (held) holds = factor;
    else fails = factor;
    if (holds !== undefined && fails !== undefined) {
      if (fails / holds <= 1 + nearness) break;
      factor = Math.sqrt(holds * fails);
    } else {
      factor *= Math.exp(held ? step : -step);
      step *= 2;
    }
  }
  return { ...(holds !== undefined && { holds }), ...(fails !== undefined && { fails }) };
}
