import { nearest } from '../nearest.js';
import { exit } from '../place.js';
import type { Complaint } from '../written.js';

type Path = readonly (string | number)[];

export interface RowContext {
  readonly from: string;
  /** Where customers can go from here. */
  readonly places: readonly string[];
  readonly stations: readonly string[];
  readonly classes: readonly string[];
}

/** The complaint about a name that is none of those known, at the key that it is or where it stands. */
export function unknown(
  noun: 'place' | 'class',
  name: string | undefined,
  known: readonly string[],
  path: Path,
): Complaint[] {
  if (name === undefined || known.includes(name)) return [];
  const at = path[path.length - 1] === name ? ('key' as const) : undefined;
  if (noun === 'place' && name === exit)
    return [{ message: 'customers cannot leave from here before they were anywhere', path, at }];
  return [
    {
      message: `there is no ${noun} "${name}"${noun === 'place' ? ' here' : ''}`,
      expected: known.length > 12 ? `the name of a ${noun === 'place' ? 'station' : noun}` : known.join(', '),
      suggestion: nearest(name, known),
      path,
      at,
    },
  ];
}
