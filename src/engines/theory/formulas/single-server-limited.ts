import type { Distribution } from '../../../distributions/contract.js';
import { poissonProbability } from '../../../numerics/poisson.js';
import { law, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { gaussLegendre } from '../gauss-legendre.js';
import { NotCovered } from '../not-covered.js';

export interface SingleServerLimited {
  readonly arrivalRate: number;
  readonly service: Distribution;
  /** Most customers, the one in service included. */
  readonly capacity: number;
}

export const singleServerLimited = formula({
  kendall: 'M/G/1/K',
  name: 'Poisson arrivals, any service times, one server, at most K customers',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent service times of any law',
    'one server',
    'room for K customers, the one in service included; further arrivals are lost and do not return',
  ],
  formula: 'P(loss) = 1 - 1 / (π_0 + ρ), with π the Markov chain of those left behind at departures',
  breaks: 'Lost customers that try again make the load, the wait and the loss larger than it says.',
  sources: [{ ref: 'gross2008', at: 'section 5.1.7' }],
  parameters: { arrivalRate: rate, service: law, capacity: whole(1, 5000) },
  solve: ({ arrivalRate, service, capacity }: SingleServerLimited) => {
    const load = arrivalRate * service.mean;
    const atDeparture = leftBehind(arrivalsDuring(arrivalRate, service, capacity));
    const scale = 1 / (atDeparture[0] + load);
    const probabilityOfLoss = 1 - scale;
    const probabilityEmpty = atDeparture[0] * scale;
    const meanNumberInSystem = atDeparture.reduce(
      (sum, p, n) => sum + n * p * scale,
      capacity * probabilityOfLoss,
    );
    const throughput = arrivalRate * scale;
    const meanNumberInQueue = Math.max(0, meanNumberInSystem - (1 - probabilityEmpty));
    return {
      throughput,
      utilisation: throughput * service.mean,
      meanNumberInSystem,
      meanNumberInQueue,
      meanWait: meanNumberInQueue / throughput,
      meanSojourn: meanNumberInSystem / throughput,
      probabilityOfLoss,
      probabilityEmpty,
      probabilityOfWait: Math.max(0, 1 - atDeparture[0]),
    };
  },
});

interface Arrivals {
  readonly none: number;
  /** `atLeast[n]`: chance of n or more. */
  readonly atLeast: Float64Array;
}

/** Who departs leaves j or fewer behind as often as j + 1 or more: from that cut, by additions alone. */
function leftBehind({ none, atLeast }: Arrivals): Float64Array {
  if (!(none > 1e-100)) throw new NotCovered('the station is offered so much that it is never empty');
  const chances = new Float64Array(atLeast.length);
  chances[0] = 1;
  let total = 1;
  for (let j = 1; j < chances.length; j++) {
    let up = chances[0] * atLeast[j];
    for (let i = 1; i < j; i++) up += chances[i] * atLeast[j - i + 1];
    chances[j] = up / none;
    total += chances[j];
    if (total < 1e150) continue;
    for (let i = 0; i <= j; i++) chances[i] /= total;
    total = 1;
  }
  return chances.map(chance => chance / total);
}

const rule = gaussLegendre(16);

/** The Poisson arrivals during one service, up to `count` - 1 of them. */
function arrivalsDuring(arrivalRate: number, service: Distribution, count: number): Arrivals {
  const exactly = new Float64Array(count);
  const add = (time: number, weight: number): void => {
    const mean = arrivalRate * time;
    const first = Math.max(0, Math.floor(mean - 12 * Math.sqrt(mean) - 20));
    let chance = weight * poissonProbability(first, mean);
    for (let n = first; n < count && (n < mean || chance > 0); n++) {
      exactly[n] += chance;
      chance *= mean / (n + 1);
    }
  };
  // Beyond this many expected arrivals fewer than `count` hardly come.
  const most = count + 12 * Math.sqrt(count) + 50;
  const over = (from: number, to: number, depth: number): void => {
    const [early, late] = [from, to].map(level => arrivalRate * service.quantile(level));
    if (early > most) return;
    if (late - early > 2 && depth < deepest) {
      over(from, (from + to) / 2, depth + 1);
      over((from + to) / 2, to, depth + 1);
      return;
    }
    const [middle, half] = [(to + from) / 2, (to - from) / 2];
    rule.nodes.forEach((node, k) => {
      add(service.quantile(middle + half * node), rule.weights[k] * half);
    });
  };
  if (service.kendall === 'D') add(service.mean, 1);
  else {
    levels.slice(1).forEach((level, i) => {
      over(levels[i], level, 0);
    });
  }
  const atLeast = new Float64Array(count);
  let rest = 1;
  for (let n = 0; n < count; n++) {
    atLeast[n] = Math.max(0, rest);
    rest -= exactly[n];
  }
  return { none: exactly[0], atLeast };
}

/** Crowded where the times are shortest and longest. */
const levels = [
  0,
  ...Array.from({ length: 30 }, (_, i) => 2 ** (i - 31)),
  0.5,
  ...Array.from({ length: 44 }, (_, i) => 1 - 2 ** -(i + 2)),
];
const deepest = 30;
