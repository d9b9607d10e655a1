import type { Distribution } from '../../../distributions/contract.js';
import { law, rate } from '../domain.js';
import { formula } from '../formula.js';
import { gaussPanels } from '../gauss-panels.js';
import { jumps } from '../jumps.js';
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
  parameters: { arrivalRate: rate, service: law },
  load: loadOfServer,
  solve: (station: SingleServer) => {
    const { arrivalRate, service } = station;
    if (!(service.scv < Number.POSITIVE_INFINITY))
      throw new NotCovered('the variance of the services is infinite');
    if (service.kendall === 'D') return allTheSame(station);
    if (jumps(service)) throw new NotCovered('single sizes have chances of their own');
    return bySize(arrivalRate, service);
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
 * Over the levels u = F(x) instead of the sizes: ρ(x) is λ times the integral of the quantiles up to u, and the
 * first integral of SRPT becomes one of x / (1 - ρ) - λ (1 - u) x² / (1 - ρ)², by parts.
 */
function bySize(rate: number, service: Distribution) {
  const sizes = panels.points.map(service.quantile);
  const first = panels.cumulative(sizes);
  const second = panels.cumulative(sizes.map(x => x * x));
  const square = service.mean ** 2 * (1 + service.scv);
  const average = (
    f: (x: number, spare: number, square: number, above: number, i: number) => number,
  ): number =>
    panels.total(sizes.map((x, i) => f(x, 1 - rate * first[i], second[i], 1 - panels.points[i], i)));
  return {
    shortestRemaining: average(
      (x, spare, below, above) => x / spare + (rate * (below - above * x * x)) / (2 * spare * spare),
    ),
    preemptiveShortest: average((x, spare, below) => x / spare + (rate * below) / (2 * spare * spare)),
    shortestFirst: service.mean + average((_, spare) => (rate * square) / (2 * spare * spare)),
    leastAttained: average((x, __, below, above, i) =>
      leastAttained(x, rate, first[i] + above * x, below + above * x * x),
    ),
  };
}

/** Crowded where the sizes are smallest and largest. */
const panels = gaussPanels([
  0,
  ...Array.from({ length: 30 }, (_, i) => 2 ** (i - 32)),
  ...Array.from({ length: 3 }, (_, i) => (i + 1) / 4),
  ...Array.from({ length: 44 }, (_, i) => 1 - 2 ** -(i + 3)),
]);
