/** Chances below are nothing. */
export const nothing = 1e-14;

/** States of a chain that are gone through for the time of one customer. */
export const mostPlaces = 20_000;

/** How many places matter where each is the less likely by this ratio; undefined where those are too many. */
export function placesThatMatter(ratio: number): number | undefined {
  const places = Math.ceil(Math.log(nothing) / Math.log(ratio)) + 1;
  return places <= mostPlaces ? places : undefined;
}
