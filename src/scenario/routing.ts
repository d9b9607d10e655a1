import { nearest } from './nearest.js';
import { stationsOf } from './parts.js';
import { entrance, exit } from './place.js';
import type { Routes } from './type.js';
import type { Complaint } from './written.js';
import type { WrittenScenario } from './written-scenario.js';

/** How far from 1 the shares of a row may sum, for thirds that are written out. */
const tolerance = 1e-6;

/** The routes of a scenario: where there is one station, customers come to it and leave, unless said otherwise. */
export function routesOf(draft: Partial<WrittenScenario>): Routes | undefined {
  const stations = stationsOf(draft);
  if (stations.length !== 1) return draft.routes;
  const [{ name }] = stations;
  return { [entrance]: { [name]: 1 }, [name]: { [exit]: 1 }, ...draft.routes };
}

/** What is wrong with the routes. */
export function routing(draft: Partial<WrittenScenario>): Complaint[] {
  const stations = stationsOf(draft).map(({ name }) => name);
  if (stations.length === 0) return [];
  const names = stations
    .filter(name => name === entrance || name === exit)
    .map(name => ({
      message: `a station cannot be called "${name}"`,
      path: ['stations', name],
      at: 'key' as const,
    }));
  if ('routes' in draft && draft.routes === undefined) return names;
  const routes = routesOf(draft);
  if (routes === undefined) {
    const expected = `routes: { ${entrance}: ${stations[0]}, ${stations[0]}: ${exit} } and so on`;
    return [...names, { message: '"routes" is missing', expected, path: ['routes'], at: 'missing' }];
  }
  const wrong = Object.entries(routes).flatMap(([from, row]) => wrongRow(from, row, stations));
  const missing = [entrance, ...stations]
    .filter(place => !Object.hasOwn(routes, place))
    .map(place => ({ message: `no route begins at "${place}"`, path: ['routes'] }));
  const found = [...names, ...wrong, ...missing];
  const understood = Object.values(routes).every(row => row !== undefined);
  return found.length > 0 || !understood ? found : unreachable(routes, stations);
}

function wrongRow(
  from: string,
  row: Readonly<Record<string, number>> | undefined,
  stations: readonly string[],
): Complaint[] {
  const origin = unknownPlace(from, [entrance, ...stations], ['routes', from]);
  if (row === undefined) return origin;
  const shares = Object.values(row);
  const targets = Object.keys(row).flatMap(to =>
    // A row of one place is written as that place alone, or as a mapping: the first has no key to point at.
    unknownPlace(to, [...stations, exit], shares.length === 1 ? ['routes', from] : ['routes', from, to]),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  const known = shares.every(share => share !== undefined);
  if (!known || Math.abs(sum - 1) <= tolerance) return [...origin, ...targets];
  const message = `the shares of "${from}" sum to ${Number(sum.toPrecision(6))}`;
  return [...origin, ...targets, { message, expected: 'a sum of 1', path: ['routes', from] }];
}

function unknownPlace(name: string, places: readonly string[], path: readonly string[]): Complaint[] {
  if (places.includes(name)) return [];
  return [
    {
      message: `there is no place "${name}" here`,
      expected: places.length > 12 ? 'the name of a station' : places.join(', '),
      suggestion: nearest(name, places),
      path,
      at: path[path.length - 1] === name ? 'key' : undefined,
    },
  ];
}

/** Stations where nobody comes, and stations that nobody can leave. */
function unreachable(routes: Routes, stations: readonly string[]): Complaint[] {
  const onward = (from: string): string[] =>
    Object.entries(routes[from] ?? {}).flatMap(([to, share]) => (share > 0 ? [to] : []));
  const reached = closure([entrance], onward);
  const back = new Map<string, string[]>();
  for (const from of [entrance, ...stations])
    for (const to of onward(from)) back.set(to, [...(back.get(to) ?? []), from]);
  const leaving = closure([exit], to => back.get(to) ?? []);
  return [
    ...stations
      .filter(name => !reached.has(name))
      .map(name => ({ message: `no customer ever comes to "${name}"`, path: ['routes'] })),
    ...stations
      .filter(name => reached.has(name) && !leaving.has(name))
      .map(name => ({ message: `customers can never leave from "${name}"`, path: ['routes', name] })),
  ];
}

function closure(start: readonly string[], next: (place: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const place of found) for (const further of next(place)) found.add(further);
  return found;
}
