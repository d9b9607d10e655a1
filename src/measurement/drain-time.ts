import type { Path } from './path.js';

/**
 * Seconds from the start until nobody waits for the first time; undefined where that came only after the last arrival,
 * when there was nobody left to come.
 */
export function drainTimeOf({ arrival, serviceStart }: Path): number | undefined {
  const starts = serviceStart.slice().sort();
  const last = arrival[arrival.length - 1];
  let arrived = 0;
  for (const [begun, start] of starts.entries()) {
    while (arrived < arrival.length && arrival[arrived] <= start) arrived++;
    if (arrived === begun + 1) return start <= last ? start : undefined;
  }
  return undefined;
}
