import type { Distribution } from '../../../distributions/contract.js';
import { integral } from '../../../numerics/quadrature.js';

/**
 * Mean sojourns in M/G/1 by rules that look at sizes: SRPT (L. E. Schrage, L. W. Miller, Operations Research 14
 * (1966)), preemptive and plain shortest job first, and least attained service; formulas as in M. Harchol-Balter,
 * "Performance Modeling and Design of Computer Systems", 2013, chapters 31 to 33 (not checked). For service
 * times with a density.
 */
export function sizeBased(arrivalRate: number, service: Distribution) {
  const tail = (t: number): number => 1 - service.cdf(t);
  /** E min(S, x) and E min(S, x)². */
  const capped = (x: number) => integral(tail, 0, x);
  const cappedSquare = (x: number) => 2 * integral(t => t * tail(t), 0, x);
  /** Load of the customers up to size x, and E S² of them. */
  const loadBelow = (x: number) => arrivalRate * (capped(x) - x * tail(x));
  const squareBelow = (x: number) => cappedSquare(x) - x * x * tail(x);
  const average = (f: (size: number) => number): number =>
    integral(u => f(service.quantile(u)), 0, 1 - 1e-12, 1e-10);
  const square = service.mean ** 2 * (1 + service.scv);
  const largest = service.quantile(1 - 1e-15);
  const residence = integral(t => tail(t) / (1 - loadBelow(t)), 0, largest, 1e-10);
  return {
    shortestRemaining:
      residence + average(x => (arrivalRate * cappedSquare(x)) / 2 / (1 - loadBelow(x)) ** 2),
    preemptiveShortest: average(x => {
      const spare = 1 - loadBelow(x);
      return x / spare + (arrivalRate * squareBelow(x)) / 2 / spare ** 2;
    }),
    shortestFirst: service.mean + average(x => (arrivalRate * square) / 2 / (1 - loadBelow(x)) ** 2),
    leastAttained: average(x => {
      const spare = 1 - arrivalRate * capped(x);
      return x / spare + (arrivalRate * cappedSquare(x)) / 2 / spare ** 2;
    }),
  };
}
