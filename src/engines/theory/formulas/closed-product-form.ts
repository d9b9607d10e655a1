import { NotCovered } from '../not-covered.js';
import {
  convolved,
  type Populations,
  pairsOf,
  populationsUpTo,
  type Scaled,
  stationFactor,
  withServers,
  withSingleServer,
} from './populations.js';

/** Servers, Infinity where nobody waits; or how many times as fast as with one it works with 1, 2, ... customers. */
export type Station = number | readonly number[];

interface Network {
  readonly customers: readonly number[];
  readonly demands: readonly (readonly number[])[];
  readonly thinkTimes: readonly number[];
  readonly stations: readonly Station[];
}

/** Additions that take some tens of milliseconds. */
const mostSums = 5_000_000;

/**
 * Throughputs and mean numbers by class and station of a closed product-form network, by convolution, station after
 * station; stations with servers in place (M. Reiser, H. Kobayashi 1975). The mean number at one of one server is
 * D_ri G+(N - e_r) / G(N), where G+ has that station twice; of others, from the constant that leaves them out.
 * @throws NotCovered where the populations are too many to go through
 */
export function productForm({ customers, demands, thinkTimes, stations: given }: Network) {
  const most = customers.reduce((sum, n) => sum + n, 0);
  // With a server for everybody nobody waits.
  const stations = given.map(station =>
    typeof station === 'number' && station >= most && most > 1 ? Number.POSITIVE_INFINITY : station,
  );
  checkSize(customers, stations);
  const populations = populationsUpTo(customers);
  const column = (i: number): number[] => demands.map(row => row[i]);
  const joined = (before: Scaled, station: Station, i: number): Scaled => {
    if (station === 1) return withSingleServer(populations, before, column(i));
    if (typeof station === 'number') return withServers(populations, before, column(i), station);
    return convolved(populations, before, factorOf(station, i));
  };
  const factorOf = (station: Station, i: number): Scaled =>
    stationFactor(populations, column(i), k =>
      typeof station === 'number' ? Math.min(k, station) : station[Math.min(k, station.length) - 1],
    );
  const away = thinkTimes.map((time, r) =>
    stations.reduce<number>(
      (sum, station, i) => (station === Number.POSITIVE_INFINITY ? sum + demands[r][i] : sum),
      time,
    ),
  );
  const waiting = stations.flatMap((station, i) => (station === Number.POSITIVE_INFINITY ? [] : [i]));
  const single = waiting.filter(i => stations[i] === 1);
  const others = waiting.filter(i => stations[i] !== 1);
  let base = stationFactor(populations, away, k => k);
  for (const i of single) base = joined(base, 1, i);
  const withAll = (left?: number): Scaled =>
    others.reduce((before, i) => (i === left ? before : joined(before, stations[i], i)), base);
  const constant = withAll();
  const share = (g: Scaled, r: number): number => ratio(populations, g, constant, r);
  const throughputs = customers.map((n, r) => (n === 0 ? 0 : share(constant, r)));
  const numbers = demands.map((row, r) => row.map(demand => demand * throughputs[r]));
  for (const i of single) {
    const twice = joined(constant, 1, i);
    for (const [r, n] of customers.entries()) numbers[r][i] = n === 0 ? 0 : demands[r][i] * share(twice, r);
  }
  for (const i of others) {
    const found = numbersAt(populations, factorOf(stations[i], i), withAll(i), constant);
    for (const [r, number] of found.entries()) numbers[r][i] = number;
  }
  return { throughputs, numbers };
}

/** Each waiting station is joined once, and once more for each of those that are left out in turn. */
function checkSize(customers: readonly number[], stations: readonly Station[]): void {
  const size = customers.reduce((product, n) => product * (n + 1), 1);
  const steps = size * customers.length;
  const costs = stations.map(station => {
    if (typeof station !== 'number') return pairsOf(customers);
    return Number.isFinite(station) ? station * steps : 0;
  });
  const times = stations.filter(station => station !== 1 && station !== Number.POSITIVE_INFINITY).length + 1;
  const sums = costs.reduce((sum, cost, i) => sum + cost * (stations[i] === 1 ? 2 : times), steps);
  if (sums <= mostSums) return;
  throw new NotCovered(`${size} populations at ${stations.length} stations are too many to go through`);
}

/** g(N - e_r) / constant(N). */
function ratio({ size, strides, byTotal }: Populations, g: Scaled, constant: Scaled, r: number): number {
  const total = byTotal.length - 1;
  return (
    (g.values[size - 1 - strides[r]] / constant.values[size - 1]) *
    Math.exp(g.logs[total - 1] - constant.logs[total])
  );
}

/** The mean number of each class at a station, from its factor and the constant of all the others. */
function numbersAt(populations: Populations, factor: Scaled, rest: Scaled, constant: Scaled): number[] {
  const { size, strides, members, totals, byTotal } = populations;
  const [last, total, classes] = [size - 1, byTotal.length - 1, strides.length];
  const numbers = strides.map(() => 0);
  for (let index = 0; index <= last; index++) {
    const here = totals[index];
    const weight = factor.values[index] * rest.values[last - index];
    if (weight === 0) continue;
    const probability =
      (weight / constant.values[last]) *
      Math.exp(factor.logs[here] + rest.logs[total - here] - constant.logs[total]);
    for (let r = 0; r < classes; r++) numbers[r] += members[index * classes + r] * probability;
  }
  return numbers;
}
