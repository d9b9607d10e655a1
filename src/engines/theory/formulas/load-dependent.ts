import { type Domain, duration, list, rate, wholeOrEndless } from '../domain.js';
import { formula } from '../formula.js';
import { birthDeath, expectation } from './birth-death.js';

export interface LoadDependentStation {
  readonly arrivalRate: number;
  /** Of a customer alone, seconds. */
  readonly meanService: number;
  /** How many times as fast it works with 1, 2, ... customers as with one; the last goes on. */
  readonly speeds: readonly number[];
  /** Most customers in service; the others wait. */
  readonly servers: number;
}

const speed: Domain = { kind: 'number', expected: 'a number from 1e-9 to 1e9', least: 1e-9, most: 1e9 };

export const loadDependentStation = formula({
  kendall: 'M/M/1 load-dependent',
  name: 'a station whose pace depends on how many are there',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services whose rate depends on the number present alone',
    'unlimited queue, in which the pace stays what it was with the last number given',
  ],
  formula: 'p_n ∝ Π λ E S / speed(k) over k ≤ n; a geometric tail after the last speed',
  breaks: 'A pace that follows the load late, as autoscaling does, makes the queue swing.',
  sources: [{ ref: 'kleinrock1975', at: 'section 3.1, birth-death processes' }],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    speeds: list(speed, 1, 100_000),
    servers: wholeOrEndless(1, 1e6),
  },
  load: ({ arrivalRate, meanService, speeds }: LoadDependentStation) =>
    (arrivalRate * meanService) / speeds[speeds.length - 1],
  solve: ({ arrivalRate, meanService, speeds, servers }: LoadDependentStation) => {
    const last = Math.max(speeds.length, Number.isFinite(servers) ? servers : 0);
    const paces = speeds.length;
    const load = (arrivalRate * meanService) / speeds[paces - 1];
    const p = birthDeath(
      last,
      () => arrivalRate,
      k => speeds[Math.min(k, paces - 1)] / meanService,
    );
    // Beyond the last speed each number is `load` times as likely as the one before.
    const tail = p[last] / (1 - load);
    const total = 1 - p[last] + tail;
    const beyond = load / (1 - load);
    /** The mean of a function that goes on in a straight line from `last` on. */
    const mean = (of: (n: number) => number): number =>
      (expectation(p, n => (n < last ? of(n) : 0)) + tail * (of(last) + beyond * (of(last + 1) - of(last)))) /
      total;
    const meanNumberInSystem = mean(n => n);
    const meanNumberInQueue = mean(n => Math.max(0, n - servers));
    return {
      throughput: arrivalRate,
      meanNumberInSystem,
      meanNumberInQueue,
      meanSojourn: meanNumberInSystem / arrivalRate,
      meanWait: meanNumberInQueue / arrivalRate,
      /** While others are served, too. */
      meanService: (meanNumberInSystem - meanNumberInQueue) / arrivalRate,
      probabilityOfWait: Number.isFinite(servers) ? mean(n => Number(n >= servers)) : 0,
      shareBusy: 1 - p[0] / total,
      probabilityEmpty: p[0] / total,
    };
  },
});
