import { entrance, exit } from '../place.js';
import type { Onward, Route, Routes } from '../type.js';

type Form = Readonly<Record<string, unknown>>;

/** The routes as a file would write them; undefined where nothing need be said: to the only station and out. */
export function routesForm(routes: Routes, stations: readonly string[]): Form | undefined {
  const usual = { [entrance]: stations[0], [stations[0]]: exit };
  const written = Object.fromEntries(Object.entries(routes).map(([from, route]) => [from, routeForm(route)]));
  return stations.length === 1 && JSON.stringify(written) === JSON.stringify(usual) ? undefined : written;
}

const routeForm = (route: Route): unknown =>
  'byClass' in route && typeof route.byClass === 'object'
    ? { byClass: Object.fromEntries(Object.entries(route.byClass).map(([name, to]) => [name, onward(to)])) }
    : onward(route as Onward);

function onward(to: Onward): unknown {
  if ('branches' in to && Array.isArray(to.branches)) return to.branches;
  if ('strategy' in to && typeof to.strategy === 'string') {
    const { strategy, to: places, weights } = to;
    return Array.isArray(weights)
      ? {
          [strategy]: Object.fromEntries(
            (places as readonly string[]).map((place, i) => [place, weights[i]]),
          ),
        }
      : to;
  }
  const [[place, share], ...more] = Object.entries(to);
  return more.length === 0 && share === 1 ? place : to;
}
