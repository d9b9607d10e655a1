import { classesOf, stationsOf } from '../parts.js';
import { entrance, exit, joint } from '../place.js';
import type { Onward, Route, Routes } from '../type.js';
import type { Complaint } from '../written.js';
import type { WrittenScenario } from '../written-scenario.js';
import { hasForks, wrongForks } from './forks.js';
import { branchesOf, isBranches, isByClass, isFork, isStrategy } from './next-places.js';
import { unreachable } from './reach.js';
import { type RowContext, unknown } from './unknown-name.js';
import { wrongFork } from './wrong-fork.js';
import { wrongStrategy } from './wrong-strategy.js';

type Path = readonly (string | number)[];

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
  const classes = classesOf(draft).map(({ name }) => name);
  if (stations.length === 0 || classes.length === 0) return [];
  const names = stations
    .filter(name => [entrance, exit, joint].includes(name))
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
  const owned = Object.keys(routes).filter(name => classes.includes(name) && !stations.includes(name));
  if (owned.length > 0) return [...names, ...owned.map(name => aClassOfItsOwn(name, stations[0]))];
  const forks = hasForks(routes);
  const wrong = Object.entries(routes).flatMap(([from, route]) => [
    ...unknown('place', from, [entrance, ...stations], ['routes', from]),
    ...wrongRoute(from, route, { stations, classes, forks }),
  ]);
  const missing = [entrance, ...stations]
    .filter(place => !Object.hasOwn(routes, place))
    .map(place => ({ message: `no route begins at "${place}"`, path: ['routes'] }));
  const found = [...names, ...wrong, ...missing];
  const understood = Object.values(routes).every(
    route =>
      route !== undefined && !(isByClass(route) && Object.values(route.byClass).includes(undefined as never)),
  );
  return found.length > 0 || !understood
    ? found
    : [...wrongForks(routes), ...unreachable(routes, stations, classes)];
}

/** Routes for a class as a whole, where each place says what becomes of whom. */
const aClassOfItsOwn = (name: string, station: string): Complaint => ({
  message: `"${name}" is a class, and routes begin at a place`,
  expected: `${entrance} or a station, and there, if classes go their own ways: ${station}: { byClass: { ${name}: ... } }`,
  path: ['routes', name],
  at: 'key',
});

interface Surroundings {
  readonly stations: readonly string[];
  readonly classes: readonly string[];
  /** Whether any customer forks. */
  readonly forks: boolean;
}

function wrongRoute(
  from: string,
  route: Route | undefined,
  { stations, classes, forks }: Surroundings,
): Complaint[] {
  if (route === undefined) return [];
  const places = from === entrance ? stations : [...stations, exit, ...(forks ? [joint] : [])];
  const context = { from, places, stations, classes };
  if (!isByClass(route)) return wrongRow(route, ['routes', from], context);
  const at = ['routes', from, 'byClass'];
  const absent = classes
    .filter(name => !Object.hasOwn(route.byClass, name))
    .map(name => ({ message: `the class "${name}" has no route here`, path: at }));
  const rows = Object.entries(route.byClass).flatMap(([name, row]) => [
    ...unknown('class', name, classes, [...at, name]),
    ...(row === undefined ? [] : wrongRow(row, [...at, name], context)),
  ]);
  return [...absent, ...rows];
}

function wrongRow(row: Onward, path: Path, context: RowContext): Complaint[] {
  if (isStrategy(row)) return wrongStrategy(row, path, context);
  if (isFork(row)) return wrongFork(row, path, context);
  const { from, places, classes } = context;
  const isList = isBranches(row);
  const branches = branchesOf(row);
  if (branches.includes(undefined as never)) return [];
  const alone = branches.length === 1;
  const wrong = branches.flatMap(({ to, as }, i) => {
    // One place is written as that place alone, or as a mapping: the first has no key to point at.
    const at = alone ? path : isList ? [...path, i] : [...path, to];
    return [...unknown('place', to, places, at), ...(as ? unknown('class', as, classes, at) : [])];
  });
  const shares = branches.map(({ share }) => share);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!shares.every(share => share !== undefined) || Math.abs(sum - 1) <= tolerance) return wrong;
  const message = `the shares of "${from}" sum to ${Number(sum.toPrecision(6))}`;
  return [...wrong, { message, expected: 'a sum of 1', path }];
}
