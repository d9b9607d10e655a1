import { integral } from '../../../numerics/quadrature.js';
import { inverseErlangB } from '../erlang.js';

/** How long customers wait before they give up. */
export interface Patience {
  /** P(patience > t). */
  readonly beyond: (t: number) => number;
  /** E min(patience, t), seconds: the integral of `beyond` up to t. */
  readonly meanUpTo: (t: number) => number;
  /** Where `beyond` jumps. */
  readonly jumps: readonly number[];
}

export const exponentialPatience = (mean: number): Patience => ({
  beyond: t => Math.exp(-t / mean),
  meanUpTo: t => -mean * Math.expm1(-t / mean),
  jumps: [],
});

export const constantPatience = (limit: number): Patience => ({
  beyond: t => (t < limit ? 1 : 0),
  meanUpTo: t => Math.min(t, limit),
  jumps: [limit],
});

export interface ImpatientStation {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  readonly patience: Patience;
}

/**
 * M/M/c+G. The wait that a customer of endless patience would meet has, above 0, a density proportional to
 * exp(λ E min(patience, x) - cμ x): F. Baccelli, G. Hebuterne, "On queues with impatient customers", 1981
 * (not checked). Means are over all customers, those who give up included, unless said otherwise.
 */
export function impatientStation({ arrivalRate, meanService, servers, patience }: ImpatientStation) {
  const drain = servers / meanService;
  const exponent = (x: number): number => arrivalRate * patience.meanUpTo(x) - drain * x;
  let end = 1 / drain;
  let peak = 0;
  // The exponent is concave: once far below its peak it stays there.
  while (exponent(end) > peak - 45) {
    peak = Math.max(peak, exponent(end));
    end *= 1.25;
  }
  const over = (f: (x: number) => number, from = 0, to = end): number => {
    const edges = [from, ...patience.jumps.filter(x => x > from && x < to), to];
    return edges
      .slice(1)
      .reduce((sum, edge, i) => sum + integral(x => f(x) * Math.exp(exponent(x) - peak), edges[i], edge), 0);
  };
  // Weights relative to λ P(c - 1 customers): those below c sum to 1 / B(c - 1, a) over λ.
  const atOnce = (inverseErlangB(servers - 1, arrivalRate * meanService) / arrivalRate) * Math.exp(-peak);
  const scale = 1 / (atOnce + over(() => 1));
  const patient = (from = 0, to = end): number => scale * over(patience.beyond, from, to);
  const served = scale * atOnce + patient();
  const meanWait = scale * over(patience.meanUpTo);
  const throughput = arrivalRate * served;
  return {
    probabilityOfWait: scale * over(() => 1),
    probabilityOfAbandonment: scale * over(x => 1 - patience.beyond(x)),
    meanWait,
    meanNumberInQueue: arrivalRate * meanWait,
    meanNumberInSystem: arrivalRate * meanWait + throughput * meanService,
    throughput,
    utilisation: throughput / drain,
    meanWaitOfServed: (scale * over(x => x * patience.beyond(x))) / served,
    /** P(min(wait, patience) > t). */
    stillWaitingAfter: (t: number): number => (t < end ? patience.beyond(t) * scale * over(() => 1, t) : 0),
    /** P(served, after a wait of at most t). */
    servedWithin: (t: number): number => scale * atOnce + patient(0, Math.min(t, end)),
    served,
  };
}
