/** The order of a round, from 0: another begins each time, so that a host that gets slower or faster favours none. */
export function inTurn(names: readonly string[], round: number): string[] {
  const first = round % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}
