import type { Distribution } from '../../../distributions/contract.js';
import { lawOf, rate } from '../domain.js';
import { formula } from '../formula.js';
import { type ResolvedTail, resolvedTail } from '../laws/resolved-tail.js';
import { NotCovered } from '../not-covered.js';
import { meanWaitOf } from './idle-server.js';
import { loadOfServer, type SingleServer } from './orders.js';

export const sizeBased = formula({
  kendall: 'M/G/1 by size',
  name: 'mean sojourns where the size of the work decides: SRPT, PSJF, SJF, FB',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent service times of a law with a density, known beforehand (but for FB); or all the same',
    'one server; an interrupted service goes on where it stopped',
  ],
  formula: 'SRPT: ∫ (1 - F(t)) / (1 - ρ(t)) dt + E λ E min(S, x)² / (2 (1 - ρ(x))²) over sizes x',
  breaks: 'Sizes that are only guessed order the customers wrongly, and the large ones then harm the small.',
  sources: [
    { ref: 'schrage1966', at: 'SRPT' },
    { ref: 'harchol2013', at: 'chapters 31 to 33' },
  ],
  parameters: { arrivalRate: rate, service: lawOf(2) },
  load: loadOfServer,
  solve: (station: SingleServer) => {
    const { arrivalRate, service } = station;
    if (service.kendall === 'D') return allTheSame(station);
    const resolved = resolvedTail(service);
    if (resolved === undefined || resolved.jumps) {
      throw new NotCovered('single sizes have chances of their own');
    }
    return bySize(arrivalRate, service, resolved);
  },
});

/** Where all sizes are equal nobody overtakes, but for those who have had least, who then share. */
function allTheSame({ arrivalRate, service }: SingleServer) {
  const inOrder = service.mean + meanWaitOf(arrivalRate, service);
  return {
    shortestRemaining: inOrder,
    preemptiveShortest: inOrder,
    shortestFirst: inOrder,
    leastAttained: leastAttained(service.mean, arrivalRate, service.mean, service.mean ** 2),
  };
}

/** E T of a size x, from E min(S, x) and E min(S, x)². */
function leastAttained(x: number, rate: number, capped: number, cappedSquare: number): number {
  const spare = 1 - rate * capped;
  return x / spare + (rate * cappedSquare) / (2 * spare * spare);
}

/**
 * With a(x) = E min(S, x) the part of the load with sizes up to x is ρ(x) = λ (a(x) - x P(S > x)), and of SRPT the
 * time from first service to last is ∫ P(S > x) / (1 - ρ(x)).
 */
function bySize(rate: number, service: Distribution, resolved: ResolvedTail) {
  const { points, weights, tail, mass, atOnce, edges } = resolved;
  const square = service.mean ** 2 * (1 + service.scv);
  const capped = points.map(resolved.capped);
  const cappedSquare = resolved.cappedSquare();
  const spare = points.map((x, i) => 1 - rate * (capped[i] - x * tail[i]));
  /** Sizes of next to nothing are served at once but for what is being served. */
  const average = (f: (i: number) => number, ofNothing: number): number =>
    points.reduce((sum, _, i) => sum + mass[i] * f(i), atOnce * ofNothing);
  const served = points.reduce((sum, _, i) => sum + (weights[i] * tail[i]) / spare[i], edges[0]);
  return {
    shortestRemaining: served + average(i => (rate * cappedSquare[i]) / (2 * spare[i] ** 2), 0),
    preemptiveShortest: average(
      i => points[i] / spare[i] + (rate * (cappedSquare[i] - points[i] ** 2 * tail[i])) / (2 * spare[i] ** 2),
      0,
    ),
    shortestFirst: service.mean + average(i => (rate * square) / (2 * spare[i] ** 2), (rate * square) / 2),
    leastAttained: average(i => leastAttained(points[i], rate, capped[i], cappedSquare[i]), 0),
  };
}
