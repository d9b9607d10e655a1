import { poissonProbability } from '../../numerics/poisson.js';
import type { Source, TimeDistribution } from './model.js';
import { fromCdf } from './times/simple.js';

const busyPeriods: Source = { ref: 'kleinrock1975', at: 'section 5.8, busy periods of M/M/1' };

/** A station M/M/c that can keep up: per second, seconds, a count. */
export interface Recovering {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
}

export interface RecoveryTime {
  readonly meanBacklog: number;
  readonly mean: number;
  readonly variance: number;
  readonly source: Source;
  readonly time: TimeDistribution;
}

/** A number of customers and how likely it is. */
interface Chance {
  readonly customers: number;
  readonly probability: number;
}

/** Until nobody waits, when so many wait now and all servers are busy. */
export const fromBacklog = (station: Recovering, customers: number): RecoveryTime =>
  recovery(station, [{ customers, probability: 1 }]);

/** Until nobody waits, after servers in their steady state have stood still for some seconds. */
export function fromPause(station: Recovering, seconds: number): RecoveryTime {
  const present = stationary(station);
  const come = poisson(station.arrivalRate * seconds);
  const waiting = new Map<number, number>();
  for (const here of present) {
    for (const more of come) {
      const customers = Math.max(0, here.customers + more.customers - station.servers);
      const probability = here.probability * more.probability;
      waiting.set(customers, (waiting.get(customers) ?? 0) + probability);
    }
  }
  return recovery(
    station,
    [...waiting].map(([customers, probability]) => ({ customers, probability })),
  );
}

/**
 * While anybody waits the number waiting goes up at rate λ and down at rate cμ: it takes as long to fall by one
 * as a busy period of M/M/1 lasts, and a fall by k is a sum of k of those.
 */
function recovery(
  { arrivalRate, meanService, servers }: Recovering,
  backlog: readonly Chance[],
): RecoveryTime {
  const serviceRate = servers / meanService;
  const drift = serviceRate - arrivalRate;
  const moment = (power: number): number =>
    backlog.reduce((sum, { customers, probability }) => sum + probability * customers ** power, 0);
  const meanBacklog = moment(1);
  const mean = meanBacklog / drift;
  const variance =
    (meanBacklog * (serviceRate + arrivalRate)) / drift ** 3 +
    Math.max(0, moment(2) - meanBacklog ** 2) / drift ** 2;
  const cdf = (t: number): number => fallen(backlog, t, arrivalRate, serviceRate);
  return { meanBacklog, mean, variance, source: busyPeriods, time: fromCdf(cdf, mean || 1, busyPeriods) };
}

/**
 * P(T <= t) for the first time T at which X, departures less arrivals, both Poisson with rates m and λ, has come to
 * the backlog k. By reflection: to each path that passes k and ends below it belongs one that ends as far above,
 * which is (m/λ)^(i-k) times as likely where it ends at i, so that
 * P(T <= t) = P(X >= k) + sum over i > k of (λ/m)^(i-k) P(X = i).
 * (After W. Feller's reflection for the symmetric walk; worked out here, and tested by adding up both Poisson laws.)
 *
 * P(X = i) = e^(-(λ+m)t) (m/λ)^(i/2) I_i(2t√(λm)); the ratios of Bessel functions come from their recurrence run
 * downwards, which is stable, and the scale from the total. One sweep serves all backlogs.
 */
function fallen(backlog: readonly Chance[], t: number, lambda: number, m: number): number {
  const atOnce = backlog.find(({ customers }) => customers === 0)?.probability ?? 0;
  if (!(t > 0)) return t === 0 ? atOnce : 0;
  const reach = 12 * Math.sqrt((lambda + m) * t) + 40;
  const top = Math.ceil((m - lambda) * t + reach);
  const bottom = Math.max(0, Math.floor((m - lambda) * t - reach));
  const chances = new Map(backlog.map(({ customers, probability }) => [customers, probability]));
  const x = 2 * t * Math.sqrt(lambda * m);
  const lean = Math.sqrt(m / lambda);
  let ratio = 0;
  let weight = 1;
  let atLeast = 0;
  let reflected = 0;
  let sum = 0;
  for (let i = top; i >= bottom; i--) {
    // I_(i+1)(x) / I_i(x) from I_(i+2)(x) / I_(i+1)(x)
    ratio = 1 / ((2 * (i + 1)) / x + ratio);
    reflected = (reflected + weight) * (lambda / m);
    weight /= lean * ratio;
    atLeast += weight;
    sum += (chances.get(i) ?? 0) * (atLeast + reflected);
    if (weight > 1e200)
      [weight, atLeast, reflected, sum] = [weight, atLeast, reflected, sum].map(shrunk) as Four;
  }
  const total = bottom === 0 ? atLeast + reflected : atLeast;
  const long = backlog.reduce(
    (all, { customers, probability }) => all + (customers < bottom ? probability : 0),
    0,
  );
  return sum / total + long;
}

type Four = [number, number, number, number];
const shrunk = (value: number): number => value * 1e-200;

/** What is left out of a law weighs less than this. */
const negligible = 1e-12;

/** The numbers that a Poisson variable takes, but for a negligible part. */
function poisson(mean: number): Chance[] {
  const reach = 8 * Math.sqrt(mean) + 30;
  const least = Math.max(0, Math.floor(mean - reach));
  const count = Math.ceil(mean + reach) - least + 1;
  return Array.from({ length: count }, (_, i) => ({
    customers: least + i,
    probability: poissonProbability(least + i, mean),
  })).filter(({ probability }) => probability > negligible);
}

/** Customers present in M/M/c: below c in the ratios of a Poisson law, from there on geometric. */
function stationary({ arrivalRate, meanService, servers }: Recovering): Chance[] {
  const load = arrivalRate * meanService;
  const busy = load / servers;
  const weights = Array.from({ length: servers }, (_, n) => poissonProbability(n, load));
  for (let weight = poissonProbability(servers, load); weight > negligible; weight *= busy)
    weights.push(weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights
    .map((weight, customers) => ({ customers, probability: weight / total }))
    .filter(({ probability }) => probability > negligible);
}
