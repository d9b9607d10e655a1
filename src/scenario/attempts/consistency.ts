import { isMapping } from '../choice.js';
import { nearest } from '../nearest.js';
import { classesOf, type Part, stationsOf } from '../parts.js';
import type { WrittenStation } from '../station.js';
import type { Complaint } from '../written.js';
import type { WrittenScenario } from '../written-scenario.js';

/** What is wrong between the keys about work that fails. */
export function wrongDeliveries(draft: Partial<WrittenScenario>): Complaint[] {
  const classes = classesOf(draft).map(({ name }) => name);
  return stationsOf(draft).flatMap(station => [
    ...strangers(station, classes),
    ...endless(station),
    ...withoutFailure(station),
  ]);
}

/** Shares of classes that there are not. */
const strangers = ({ path, written }: Part<WrittenStation>, classes: readonly string[]): Complaint[] =>
  (['failing', 'poison'] as const).flatMap(key => {
    const shares = written[key];
    if (!isMapping(shares) || classes.length === 0) return [];
    return Object.keys(shares)
      .filter(name => !classes.includes(name))
      .map(name => ({
        message: `there is no class "${name}"`,
        expected: classes.join(', '),
        suggestion: nearest(name, classes),
        path: [...path, key, name],
        at: 'key' as const,
      }));
  });

function endless({ path, written }: Part<WrittenStation>): Complaint[] {
  if (!('poison' in written) || 'maxDeliveries' in written) return [];
  const message = 'work that always fails would be tried for ever';
  return [{ message, expected: 'maxDeliveries: 5 beside it', path: [...path, 'poison'], at: 'key' }];
}

function withoutFailure({ path, written }: Part<WrittenStation>): Complaint[] {
  if ('failing' in written || 'poison' in written) return [];
  const lost = (['maxDeliveries', 'redelivery'] as const)
    .filter(key => key in written)
    .filter(key => key === 'redelivery' || !('lease' in written));
  return lost.map(key => ({
    message: 'no work fails here, so nothing is tried again',
    expected: 'failing: 5%, or poison: 1%, beside it',
    path: [...path, key],
    at: 'key' as const,
  }));
}
