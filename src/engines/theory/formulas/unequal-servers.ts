import { rate } from '../domain.js';
import { formula } from '../formula.js';

export interface UnequalServers {
  readonly arrivalRate: number;
  /** Services per second of the server that a customer takes who finds both free, and of the other. */
  readonly preferred: number;
  readonly other: number;
}

export const unequalServers = formula({
  kendall: 'M/M/2 unequal',
  name: 'two servers of different speed on one queue',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services at each server, of its own mean',
    'who finds both free takes the preferred one, and stays there',
    'unlimited queue',
  ],
  formula: 'the four flows between none, either one and both busy; beyond, M/M/1 at the sum of both speeds',
  breaks: 'A customer that moves to the faster server when it becomes free is served sooner.',
  sources: [{ ref: 'gross2008', at: 'section 2.10, heterogeneous servers' }],
  parameters: { arrivalRate: rate, preferred: rate, other: rate },
  load: ({ arrivalRate, preferred, other }: UnequalServers) => arrivalRate / (preferred + other),
  solve: ({ arrivalRate, preferred, other }: UnequalServers) => {
    const both = preferred + other;
    const load = arrivalRate / both;
    // Relative to P(two customers).
    const slow = preferred / (arrivalRate + other);
    const fast = (other * (both + arrivalRate)) / (arrivalRate * (arrivalRate + other));
    const none = (preferred * fast + other * slow) / arrivalRate;
    const waiting = 1 / (1 - load);
    const total = none + fast + slow + waiting;
    const meanNumberInQueue = (load * waiting * waiting) / total;
    const meanNumberInSystem = meanNumberInQueue + (fast + slow + 2 * waiting) / total;
    return {
      throughput: arrivalRate,
      meanNumberInSystem,
      meanNumberInQueue,
      meanSojourn: meanNumberInSystem / arrivalRate,
      meanWait: meanNumberInQueue / arrivalRate,
      probabilityOfWait: waiting / total,
      probabilityEmpty: none / total,
      /** Busy fractions of the two. */
      busy: [(fast + waiting) / total, (slow + waiting) / total],
    };
  },
});
