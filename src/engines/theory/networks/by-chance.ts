import { isByClass, isStrategy } from '../../../scenario/routes/next-places.js';
import type { Onward, Scenario } from '../../../scenario/type.js';

/** The same scenario, where a place drawn among several by chance is said by its shares. */
export function byChance(scenario: Scenario): Scenario {
  const routes = Object.entries(scenario.routes).map(([from, route]) => [
    from,
    isByClass(route)
      ? {
          byClass: Object.fromEntries(Object.entries(route.byClass).map(([name, row]) => [name, drawn(row)])),
        }
      : drawn(route),
  ]);
  return { ...scenario, routes: Object.fromEntries(routes) };
}

function drawn(onward: Onward): Onward {
  if (!isStrategy(onward) || onward.strategy !== 'random') return onward;
  const share = 1 / onward.to.length;
  return { branches: onward.to.map(to => ({ to, share })) };
}
