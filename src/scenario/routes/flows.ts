import { distributionOf } from '../../distributions/index.js';
import { deliveriesOf } from '../attempts/deliveries.js';
import { entrance, exit, joint } from '../place.js';
import { serviceOf } from '../service-of.js';
import type { Branch, Fork, Scenario, Strategy } from '../type.js';
import { branchesOf, isFork, isStrategy, onwardOf } from './next-places.js';
import { visitsTo } from './traffic.js';

/** Visits by station and class, in the orders of the scenario. */
export type Flows = readonly Float64Array[];

/**
 * How often customers of each class visit each station, when so many of each class enter and nobody is turned
 * away; one whose work fails visits it anew with each delivery. Where a strategy looks at the queues, its customers
 * are taken to spread by the speed of the places.
 *
 * @param entering customers (or customers per second) by class, in the order of the scenario
 */
export function flowsOf(scenario: Scenario, entering: readonly number[]): Flows {
  const stations = Object.keys(scenario.stations);
  const classes = Object.keys(scenario.classes);
  const number = new Map(stations.map((name, i) => [name, i]));
  const places = (from: string, className: string) =>
    expectedBranches(scenario, from, className)
      .filter(({ to }) => to !== exit && to !== joint)
      .map(
        ({ to, share, as = className }) =>
          [(number.get(to) as number) * classes.length + classes.indexOf(as), share] as const,
      );
  const outside = new Float64Array(stations.length * classes.length);
  for (const [i, className] of classes.entries())
    for (const [to, share] of places(entrance, className)) outside[to] += share * entering[i];
  const tried = stations.flatMap(name =>
    classes.map(className => deliveriesOf(scenario.stations[name], className)),
  );
  const visits = visitsTo(outside, place =>
    places(stations[Math.floor(place / classes.length)], classes[place % classes.length]).map(
      ([to, share]) => [to, share * tried[place].succeeding] as const,
    ),
  ).map((first, place) => first * tried[place].mean);
  return stations.map((_, i) => visits.subarray(i * classes.length, (i + 1) * classes.length));
}

/** Where customers of a class go from a place, each with its share in the long run. */
function expectedBranches(scenario: Scenario, from: string, className: string): readonly Branch[] {
  const onward = onwardOf(scenario.routes[from], className);
  if (isFork(onward)) {
    // Parts that are called away when enough are done count as far as they are done, by the faster places more of them.
    const shares = onward.rest === 'cancel' ? doneAt(scenario, onward, className) : onward.fork.map(() => 1);
    return [...onward.fork.map((to, i) => ({ to, share: shares[i] })), { to: onward.next, share: 1 }];
  }
  if (!isStrategy(onward)) return branchesOf(onward);
  const weights = weightsOf(scenario, onward, className);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return onward.to.map((to, i) => ({ to, share: weights[i] / sum }));
}

function doneAt(scenario: Scenario, { fork, quorum }: Fork, className: string): number[] {
  const speeds = speedsOf(scenario, fork, className);
  const sum = speeds.reduce((total, speed) => total + speed, 0);
  return speeds.map(speed => Math.min(1, (quorum * speed) / sum));
}

function weightsOf(scenario: Scenario, { strategy, to, weights }: Strategy, className: string) {
  if (weights !== undefined) return weights;
  if (strategy === 'random' || strategy === 'round-robin') return to.map(() => 1);
  return speedsOf(scenario, to, className);
}

/** How many customers of the class each place can serve per second, or 1 each where they cannot be compared. */
function speedsOf({ stations }: Scenario, to: readonly string[], className: string): number[] {
  const speeds = to.map(name => {
    const { servers } = stations[name];
    return Number(servers) / distributionOf(serviceOf(stations[name], className)).mean;
  });
  return speeds.every(speed => speed > 0 && Number.isFinite(speed)) ? speeds : to.map(() => 1);
}
