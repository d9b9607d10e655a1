import type { Distribution } from '../../../distributions/contract.js';
import { duration, law, rate, whole } from '../domain.js';
import { inverseErlangB } from '../erlang.js';
import { formula } from '../formula.js';
import { panelSums } from '../laws/panel-sums.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { fromCdf } from '../times/simple.js';
import { patienceOf } from './patience.js';
import { stillServed } from './still-served.js';

export interface ImpatientStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** How long customers wait before they give up. */
  readonly patience: Distribution;
}

const source: Source = { ref: 'baccelli1981', at: 'M/M/s + GI' };

/**
 * The wait that a customer of endless patience would meet has, above 0, a density proportional to
 * exp(λ E min(patience, x) - cμ x). Means are over all customers, those who give up included, unless said otherwise.
 */
export const impatientStation = formula({
  kendall: 'M/M/c+G',
  name: 'customers who give up waiting; with exponential patience Erlang-A',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'independent patience of any law; who gives up does not return',
    'c equal servers, first come first served',
    'unlimited queue',
  ],
  formula: 'the density of the offered wait at x is proportional to exp(λ E min(patience, x) - cμ x)',
  breaks: 'Customers who give up and call again make the load larger than it says.',
  sources: [source],
  parameters: { arrivalRate: rate, meanService: duration, servers: whole(1, 100_000), patience: law },
  solve: ({ arrivalRate, meanService, servers, patience: law }: ImpatientStation) => {
    const drain = servers / meanService;
    const { beyond, meanUpTo, lateness, bends } = patienceOf(law);
    if (bends.length > 1 && drain < leastServed * arrivalRate) {
      throw new NotCovered('nearly everybody gives up, and who does not is beyond the digits of the law');
    }
    const exponent = (x: number): number => (arrivalRate - drain) * x - arrivalRate * lateness(x);
    const { peak, marks } = reachOf(exponent, beyond, arrivalRate, drain);
    const [start, end] = [marks[0], marks[marks.length - 1]];
    const density = (x: number): number => Math.exp(exponent(x) - peak);
    const over = panelSums([...marks, ...bends.filter(x => x > start && x < end)]);
    const [all, patient] = [over(density), over(x => density(x) * beyond(x))];
    // Weights relative to λ P(c - 1 customers): those below c sum to 1 / B(c - 1, a) over λ.
    const below = Math.log(inverseErlangB(servers - 1, arrivalRate * meanService) / arrivalRate) - peak;
    const most = Math.max(below, Math.log(all.total));
    const [atOnce, waiting] = [Math.exp(below - most), all.total / Math.exp(most)];
    // Of infinitely many idle servers nobody waits for one.
    const probabilityOfWait = below === Number.POSITIVE_INFINITY ? 0 : waiting / (atOnce + waiting);
    const free = below === Number.POSITIVE_INFINITY ? 1 : atOnce / (atOnce + waiting);
    const ofWaiting = (sum: number): number => (probabilityOfWait * sum) / all.total;
    const mean = (f: (x: number) => number): number => ofWaiting(over(x => density(x) * f(x)).total);
    const probabilityOfAbandonment = mean(x => 1 - beyond(x));
    const served = free + ofWaiting(patient.total);
    const meanWait = mean(meanUpTo);
    const throughput = arrivalRate * served;
    const stillWaitingAfter = (t: number): number =>
      t < end ? beyond(t) * ofWaiting(all.total - all.upTo(t)) : 0;
    const servedDensity = (x: number): number => ofWaiting(density(x) * beyond(x));
    const inService = stillServed({
      free,
      servedDensity,
      cuts: [...marks, ...bends],
      start,
      end,
      meanService,
    });
    const scale = Math.min(end, law.mean);
    return {
      probabilityOfWait,
      probabilityOfAbandonment,
      meanWait,
      meanNumberInQueue: arrivalRate * meanWait,
      meanNumberInSystem: arrivalRate * meanWait + throughput * meanService,
      throughput,
      utilisation: throughput / drain,
      meanWaitOfServed: mean(x => x * beyond(x)) / served,
      /** The time until a customer is served or gives up. */
      wait: fromCdf(t => 1 - stillWaitingAfter(t), scale, source),
      /** The time until it gives up or its service ends. */
      sojourn: fromCdf(t => 1 - stillWaitingAfter(t) - inService(t), scale + meanService, source),
      /** P(min(wait, patience) > t). */
      stillWaitingAfter,
      /** P(served, after a wait of at most t). */
      servedWithin: (t: number): number => free + ofWaiting(patient.upTo(t)),
      served,
    };
  },
});

/** How far the density has fallen, in powers of e, at the marks on both sides of its peak. */
const falls = [0.25, 1, 2, 4, 7, 11, 16, 22, 29, 37, 46];

/** Share that can be served, below which the density lies where a law given by its cdf has no digits. */
const leastServed = 1e-10;

/** Digits of a larger exponent say too little about e to its power. */
const highestPeak = 1e7;

/**
 * Where the density is: its peak and the points around it where it has fallen so far. The exponent is
 * concave, its peak where the patient ones come as fast as they are served.
 */
function reachOf(
  exponent: (x: number) => number,
  beyond: (x: number) => number,
  arrivalRate: number,
  drain: number,
): { readonly peak: number; readonly marks: readonly number[] } {
  const grows = (x: number): boolean => arrivalRate * beyond(x) > drain;
  const peakAt = grows(0) ? change(grows, doubled(grows, 1 / drain)) : 0;
  const peak = exponent(peakAt);
  if (peak > highestPeak) throw new NotCovered('customers are so patient that the queue moves like a fluid');
  const after = falls.map(fall => {
    const near = (x: number): boolean => exponent(peakAt + x) > peak - fall;
    return peakAt + change(near, doubled(near, 1 / drain));
  });
  const before = falls.flatMap(fall => {
    const near = (x: number): boolean => exponent(peakAt - x) > peak - fall;
    return near(peakAt) ? [] : [peakAt - change(near, peakAt)];
  });
  const first = peakAt > 0 && before.length < falls.length ? [0] : [];
  return { peak, marks: [...first, ...before.reverse(), peakAt, ...after] };
}

/** The first of x, 2 x, 4 x, ... where it no longer holds. */
function doubled(holds: (x: number) => boolean, from: number): number {
  let x = from;
  while (holds(x)) x *= 2;
  return x;
}

/** Where it ceases to hold, between 0 and `to`. */
function change(holds: (x: number) => boolean, to: number): number {
  let [low, high] = [0, to];
  for (let step = 0; step < 100 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}
