import { exit } from '../place.js';
import type { Strategy } from '../type.js';
import type { Complaint } from '../written.js';
import { kindOf } from './strategies.js';
import { type RowContext, unknown } from './unknown-name.js';

/** What is wrong with the places of a strategy. */
export function wrongStrategy(
  row: Strategy,
  path: readonly (string | number)[],
  { places }: RowContext,
): Complaint[] {
  const { strategy, to, d } = row;
  if (to === undefined || to.includes(undefined as never)) return [];
  const strangers = to.flatMap(name => unknown('place', name, places, path));
  const twice = to
    .filter((name, i) => to.indexOf(name) < i)
    .map(name => ({ message: `"${name}" stands here twice`, expected: 'each place once', path }));
  const outside =
    kindOf(strategy).looks && to.includes(exit) && strangers.length === 0
      ? [
          {
            message: `${strategy} looks at queues, and there is none at "${exit}"`,
            expected: 'stations',
            path,
          },
        ]
      : [];
  const tooMany =
    d !== undefined && d > to.length
      ? [
          {
            message: `${d} of ${to.length} places cannot be looked at`,
            expected: `d up to ${to.length}`,
            path,
          },
        ]
      : [];
  return [...strangers, ...twice, ...outside, ...tooMany];
}
