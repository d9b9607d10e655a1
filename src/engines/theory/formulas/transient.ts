import { runge } from '../../../numerics/ode.js';
import { integral } from '../../../numerics/quadrature.js';

export interface TransientStation {
  /** Arrivals per second at time t. */
  readonly arrivalRate: (t: number) => number;
  /** Its largest value up to the time asked for. */
  readonly peakRate: number;
  /** Where the rate jumps. */
  readonly jumps?: readonly number[];
  readonly meanService: number;
  readonly servers: number;
  /** Customers at time 0. */
  readonly initial: number;
}

/**
 * M(t)/M/c at a time after its start: the forward equations of the birth-death chain, cut off where it hardly
 * ever comes, integrated step by step (Gross et al. 2008, section 2.11; not checked).
 */
export function transientStation(station: TransientStation, time: number) {
  const { arrivalRate, peakRate, jumps = [], meanService, servers, initial } = station;
  const come = peakRate * time;
  // All arrivals of the time at most; or, if fewer, ten standard deviations and a geometric tail above the load.
  const size = Math.ceil(initial + come + 12 * Math.sqrt(come) + 40);
  const load = peakRate * meanService;
  const states =
    load < servers
      ? Math.min(
          size,
          Math.ceil(initial + servers + load + 12 * Math.sqrt(load) + 40 / -Math.log(load / servers)),
        )
      : size;
  const slope = (t: number, p: Float64Array, out: Float64Array): void => {
    const lambda = arrivalRate(t);
    for (let n = 0; n <= states; n++) {
      const up = n < states ? lambda : 0;
      let flow = -(up + Math.min(n, servers) / meanService) * p[n];
      if (n > 0) flow += lambda * p[n - 1];
      if (n < states) flow += (Math.min(n + 1, servers) / meanService) * p[n + 1];
      out[n] = flow;
    }
  };
  let p = new Float64Array(states + 1);
  p[initial] = 1;
  const edges = [0, ...jumps.filter(t => t > 0 && t < time), time];
  for (let i = 1; i < edges.length; i++) p = runge(slope, edges[i - 1], edges[i], p, 1e-10);
  const sum = (f: (n: number) => number): number => p.reduce((total, value, n) => total + value * f(n), 0);
  return {
    meanNumberInSystem: sum(n => n),
    meanNumberInQueue: sum(n => Math.max(0, n - servers)),
    probabilityOfWait: sum(n => Number(n >= servers)),
    probabilityEmpty: p[0],
  };
}

/** M(t)/M/∞ from an empty start: the number present is Poisson (S. G. Eick, W. A. Massey, W. Whitt, Operations Research 41 (1993); not checked). */
export function transientEndless(arrivalRate: (t: number) => number, meanService: number, time: number) {
  const mean = integral(s => arrivalRate(s) * Math.exp((s - time) / meanService), 0, time);
  return { meanNumberInSystem: mean, variance: mean, probabilityEmpty: Math.exp(-mean) };
}
