import { exit } from '../place.js';
import type { Fork } from '../type.js';
import type { Complaint } from '../written.js';
import { type RowContext, unknown } from './unknown-name.js';

/** What is wrong with a fork by itself. */
export function wrongFork(
  { fork, quorum, next }: Fork,
  path: readonly (string | number)[],
  { stations }: RowContext,
): Complaint[] {
  if (fork === undefined || fork.includes(undefined as never)) return [];
  const strangers = [
    ...fork.flatMap((name, i) => unknown('place', name, stations, [...path, 'fork', i])),
    ...unknown('place', next, [...stations, exit], [...path, 'next']),
  ];
  if (quorum <= fork.length) return strangers;
  const message = `${quorum} of ${fork.length} parts cannot be done`;
  return [...strangers, { message, expected: `quorum: up to ${fork.length}`, path: [...path, 'quorum'] }];
}
