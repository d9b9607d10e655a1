import type { Station } from '../type.js';

/** The customers at the station at the start, by class name. */
export function backlogOf(
  { backlog = {} }: Station,
  classes: readonly string[],
): Readonly<Record<string, number>> {
  return typeof backlog === 'object' ? backlog : { [classes[0]]: backlog };
}
