import type { Stream } from '../../../../random/index.js';
import { exit, joint } from '../../../../scenario/place.js';
import { branchesOf, isByClass, isFork, isStrategy } from '../../../../scenario/routes/next-places.js';
import type { StrategyName } from '../../../../scenario/routes/strategies.js';
import type { Onward, Scenario } from '../../../../scenario/type.js';
import type { Books } from '../books.js';
import { Forks } from '../forks.js';
import type { Network } from '../network.js';
import { leaving, type Route } from '../station.js';
import { byClass } from './by-class.js';
import { changingClass } from './changing-class.js';
import { fixed } from './fixed.js';
import { strategyRoutes } from './index.js';
import { Probabilistic } from './probabilistic.js';

/**
 * Makes the routes of a scenario by the place that they begin at. The stations of the network are there by
 * then.
 *
 * @param outside number of the place where those go who leave
 */
export function routesOf(
  scenario: Scenario,
  network: Network,
  { stations, classes }: Books,
  stream: (purpose: string) => Stream,
  outside = leaving,
): (from: string) => Route {
  const { population } = network;
  const forks = new Forks(network);
  const number = (place: string) => {
    if (place === exit) return outside;
    return place === joint ? forks.join : stations.indexOf(place);
  };
  const servers = stations.map(name => Number(scenario.stations[name].servers));

  const onwardRoute = (onward: Onward, purpose: string): Route => {
    if (isStrategy(onward)) {
      const { strategy, to, weights = [], d = to.length } = onward;
      const places = to.map(number);
      const setup = { network, places, weights, d, servers, stream: stream(purpose) };
      return strategyRoutes[strategy as StrategyName](setup);
    }
    if (isFork(onward)) {
      const { fork, quorum, rest, next } = onward;
      return fixed(forks.fork(fork.map(number), quorum, rest === 'cancel', number(next)));
    }
    const branches = branchesOf(onward).filter(({ share }) => share > 0);
    const draw = (places: readonly number[]): Route =>
      branches.length === 1
        ? fixed(places[0])
        : new Probabilistic(
            places,
            branches.map(({ share }) => share),
            stream(purpose),
          );
    if (branches.every(({ as }) => as === undefined)) return draw(branches.map(({ to }) => number(to)));
    const ways = branches.map(({ to, as }) => ({
      to: number(to),
      ...(as !== undefined && { as: classes.indexOf(as) }),
    }));
    return changingClass(population, ways, draw(branches.map((_, i) => i)));
  };

  return from => {
    const route = scenario.routes[from];
    if (!isByClass(route)) return onwardRoute(route, `routes/${from}`);
    return byClass(
      population,
      classes.map(name => onwardRoute(route.byClass[name], `routes/${from}/${name}`)),
    );
  };
}
