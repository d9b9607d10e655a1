import type { ArrivalProcess } from '../../../arrivals/contract.js';
import { arrivalProcessOf } from '../../../arrivals/index.js';
import { poisson } from '../../../arrivals/processes/poisson.js';
import { entrance, exit } from '../../../scenario/place.js';
import { flowsOf } from '../../../scenario/routes/flows.js';
import { nextPlaces, onlyTo, onwardOf } from '../../../scenario/routes/next-places.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { Scenario } from '../../../scenario/type.js';
import { type StationCase, stationCase } from '../stations/case.js';
import { connectedParts } from './graph.js';
import { quasiReversible } from './quasi-reversible.js';

/** A station of an open network with the flow of every class to it. */
export interface Node {
  readonly name: string;
  /** The station with the classes that come to it, each as if Poisson. */
  readonly given: StationCase;
  /** Numbers of the classes, in the order of the visitors. */
  readonly classes: readonly number[];
  /** Whether the arrivals are Poisson, independent of what is at the station. */
  readonly poisson: boolean;
  /** Shares of its departures, over all classes, by number of the next station. */
  readonly onward: ReadonlyMap<number, number>;
  /** Whether everybody leaves the network from here. */
  readonly last: boolean;
}

export interface OpenNetwork {
  readonly nodes: readonly Node[];
  /** Arrival processes from outside, by class. */
  readonly outside: readonly ArrivalProcess[];
  /** By class, then by station: the share of its customers who go there first. */
  readonly entering: readonly (readonly number[])[];
  /** A single station that everybody visits once. */
  readonly once: boolean;
}

/** The flows of a network whose customers all come from outside; customers who change their class count as what they are. */
export function openNetworkOf(scenario: Scenario): OpenNetwork {
  const names = Object.keys(scenario.stations);
  const classes = Object.entries(scenario.classes);
  const outside = classes.map(([, customers]) => {
    if (!isOpen(customers)) throw new TypeError('a class of clients in an open network');
    return arrivalProcessOf(customers.arrivals);
  });
  const flows = flowsOf(
    scenario,
    outside.map(({ rate }) => rate),
  );
  const once = names.length === 1 && onlyTo(scenario.routes[names[0]], exit);
  const entering = classes.map(([className]) => sharesFrom(scenario, entrance, className, names));
  const cases = names.map((name, i) => {
    const there = classes.flatMap((_, r) => (flows[i][r] > 0 ? [r] : []));
    const given = stationCase(
      scenario.stations[name],
      there.map(r => ({
        name: classes[r][0],
        customers: classes[r][1],
        arrivals: once ? outside[r] : poisson.make({ rate: flows[i][r] }),
      })),
    );
    return { name, given, classes: there };
  });
  const onward = names.map((name, i) => {
    const shares = new Map<number, number>();
    const total = flows[i].reduce((sum, flow) => sum + flow, 0);
    for (const [r, [className]] of classes.entries()) {
      for (const [to, share] of sharesFrom(scenario, name, className, names).entries())
        if (share > 0 && flows[i][r] > 0)
          shares.set(to, (shares.get(to) ?? 0) + (share * flows[i][r]) / total);
    }
    return shares;
  });
  const poissonAt = poissonStations(
    cases.map(({ given }) => given),
    onward,
    names.map((_, i) => entering.every((shares, r) => shares[i] === 0 || outside[r].kendall === 'M')),
  );
  const nodes = cases.map((each, i) => ({
    ...each,
    poisson: poissonAt[i],
    onward: onward[i],
    last: onlyTo(scenario.routes[each.name], exit),
  }));
  return { nodes, outside, entering, once };
}

function sharesFrom(
  { routes }: Scenario,
  from: string,
  className: string,
  names: readonly string[],
): readonly number[] {
  const shares = names.map(() => 0);
  for (const { to, share = 0 } of nextPlaces(onwardOf(routes[from], className))) {
    const place = names.indexOf(to);
    if (place >= 0) shares[place] += share;
  }
  return shares;
}

/**
 * Flows between stations that are quasi-reversible are Poisson where they lead on for good; within a circle of them
 * they are not, but each station is what it were with Poisson arrivals.
 */
function poissonStations(
  cases: readonly StationCase[],
  onward: readonly ReadonlyMap<number, number>[],
  fromOutside: readonly boolean[],
): readonly boolean[] {
  const inwards = [...fromOutside];
  for (const part of connectedParts(cases.length, i => [...onward[i].keys()])) {
    const circle = part.length > 1 || onward[part[0]].has(part[0]);
    const kept = part.every(i => inwards[i] && (!circle || quasiReversible(cases[i])));
    for (const i of part) {
      if (circle) inwards[i] = kept;
      if (inwards[i] && quasiReversible(cases[i])) continue;
      for (const to of onward[i].keys()) if (!part.includes(to)) inwards[to] = false;
    }
  }
  return inwards;
}
