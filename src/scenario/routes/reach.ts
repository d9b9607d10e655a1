import { entrance, exit, joint } from '../place.js';
import type { Routes } from '../type.js';
import type { Complaint } from '../written.js';
import { nextPlaces, onwardOf } from './next-places.js';

/** Stations where nobody comes, and stations that the customers of a class can never leave. */
export function unreachable(
  routes: Routes,
  stations: readonly string[],
  classes: readonly string[],
): Complaint[] {
  // A customer is where it is and what it is: a place and a class, as one number.
  const places = [entrance, ...stations, exit, joint];
  const number = new Map(places.map((name, i) => [name, i]));
  const state = (place: string, className: string) =>
    (number.get(place) as number) * classes.length + classes.indexOf(className);
  const placeOf = (at: number) => places[Math.floor(at / classes.length)];
  const classOf = (at: number) => classes[at % classes.length];
  const onward = (at: number): number[] =>
    placeOf(at) === exit || placeOf(at) === joint
      ? []
      : nextPlaces(onwardOf(routes[placeOf(at)], classOf(at))).map(({ to, as = classOf(at) }) =>
          state(to, as),
        );

  const reached = closure(
    classes.map(name => state(entrance, name)),
    onward,
  );
  const back = new Map<number, number[]>();
  for (const from of reached)
    for (const to of onward(from)) {
      const before = back.get(to);
      if (before === undefined) back.set(to, [from]);
      else before.push(from);
    }
  const leaving = closure(
    classes.flatMap(name => [state(exit, name), state(joint, name)]),
    at => back.get(at) ?? [],
  );
  const visited = new Set([...reached].map(placeOf));
  const stuck = new Map<string, string[]>();
  for (const at of reached)
    if (!leaving.has(at) && placeOf(at) !== entrance)
      stuck.set(placeOf(at), [...(stuck.get(placeOf(at)) ?? []), classOf(at)]);
  return [
    ...stations
      .filter(name => !visited.has(name))
      .map(name => ({ message: `no customer ever comes to "${name}"`, path: ['routes'] })),
    ...stations.flatMap(name => {
      const trapped = stuck.get(name);
      if (trapped === undefined) return [];
      const all = trapped.length === classes.length;
      const who = all ? 'customers' : `customers of class ${trapped.map(one => `"${one}"`).join(', ')}`;
      return [{ message: `${who} can never leave from "${name}"`, path: ['routes', name] }];
    }),
  ];
}

/** What can be reached. */
export function closure<T>(start: readonly T[], next: (at: T) => readonly T[]): Set<T> {
  const found = new Set(start);
  for (const at of found) for (const further of next(at)) found.add(further);
  return found;
}
