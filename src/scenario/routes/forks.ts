import { entrance, exit, joint } from '../place.js';
import type { Fork, Routes } from '../type.js';
import type { Complaint } from '../written.js';
import { isFork, nextPlaces, rowsOf } from './next-places.js';
import { closure } from './reach.js';

const rowsFrom = (routes: Routes, place: string) =>
  Object.hasOwn(routes, place) ? rowsOf(routes[place]) : [];

/** Whether there are any, or may be: routes not understood are absent while all are checked. */
export const hasForks = (routes: Partial<Routes>): boolean =>
  Object.values(routes).some(
    route => route === undefined || rowsOf(route).some(row => row === undefined || isFork(row)),
  );

const forksIn = (routes: Routes): readonly Fork[] =>
  Object.keys(routes).flatMap(from => rowsFrom(routes, from).filter(isFork));

/** Stations that serve parts of customers, where a fork (of this kind) sends them and from there on. */
export const placesOfParts = (routes: Routes, rest?: Fork['rest']): ReadonlySet<string> =>
  closure(
    forksIn(routes)
      .filter(fork => rest === undefined || fork.rest === rest)
      .flatMap(({ fork }) => fork),
    place => rowsFrom(routes, place).flatMap(row => nextPlaces(row).map(({ to }) => to)),
  );

/** Parts must come to join, and nobody else may. */
export function wrongForks(routes: Routes): Complaint[] {
  const parts = placesOfParts(routes);
  const whole = closure([entrance], place =>
    rowsFrom(routes, place).flatMap(row => (isFork(row) ? [row.next] : nextPlaces(row).map(({ to }) => to))),
  );
  return Object.keys(routes).flatMap(from => {
    const rows = rowsFrom(routes, from);
    const goes = (to: string) => rows.some(row => nextPlaces(row).some(next => next.to === to));
    const wrong = (message: string, expected?: string): Complaint[] => [
      { message, ...(expected !== undefined && { expected }), path: ['routes', from] },
    ];
    if (parts.has(from) && whole.has(from))
      return wrong(`"${from}" serves whole customers and parts of forked ones`, 'stations for parts alone');
    if (parts.has(from) && rows.some(isFork))
      return wrong('the parts of a forked customer cannot fork again');
    if (parts.has(from) && goes(exit))
      return wrong(`the parts of a forked customer do not leave from "${from}"`, `"${joint}" in the end`);
    if (whole.has(from) && goes(joint)) return wrong(`only parts of forked customers ${joint}`);
    return [];
  });
}
