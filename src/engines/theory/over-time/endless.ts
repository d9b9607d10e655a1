import type { Distribution } from '../../../distributions/contract.js';
import { integral } from '../../../numerics/quadrature.js';
import { resolvedTail } from '../laws/resolved-tail.js';
import { NotCovered } from '../not-covered.js';
import type { OverTime } from './station.js';

/** A server for everyone: per second, and customers who begin at time 0. */
export interface EndlessStation {
  readonly arrivals: OverTime;
  readonly service: Distribution;
  readonly initial: number;
}

/** From time 0 to a time: customers who came, those there at the end, and the integral of how many were there. */
export interface EndlessUntil {
  readonly come: number;
  readonly present: number;
  readonly customerSeconds: number;
}

const tolerance = 1e-9;

/**
 * Those who came in a Poisson process of rate λ(s) are there at t with probability P(S > t - s), and have been there for
 * min(S, t - s): S. G. Eick, W. A. Massey, W. Whitt, Operations Research 41 (1993) 731-742, theorem 1 (not checked).
 * @throws NotCovered where the law jumps and bends too often to be followed
 */
export function endlessUntil({ arrivals, service, initial }: EndlessStation, end: number): EndlessUntil {
  const { tailAt, capped, bends } = tailOf(service);
  const cuts = [0, ...arrivals.jumps(end), ...bends.map(bend => end - bend), end];
  const edges = [...new Set(cuts.filter(t => t >= 0 && t <= end))].sort((a, b) => a - b);
  const over = (weight: (age: number) => number): number => {
    let sum = 0;
    for (let i = 1; i < edges.length; i++) {
      // Just within the piece, where the rate of its end is not yet that of the next one.
      const last = edges[i] - 1e-9 * (edges[i] - edges[i - 1]);
      const rate = (t: number): number => arrivals.at(Math.min(t, last));
      sum += integral(t => rate(t) * weight(end - t), edges[i - 1], edges[i], tolerance);
    }
    return sum;
  };
  return {
    come: over(() => 1),
    present: over(tailAt) + initial * tailAt(end),
    customerSeconds: over(capped) + initial * capped(end),
  };
}

/** P(S > x), E min(S, x), and where they bend. */
function tailOf(service: Distribution) {
  const { mean, kendall } = service;
  if (kendall === 'D')
    return {
      tailAt: (x: number) => Number(x < mean),
      capped: (x: number) => Math.min(x, mean),
      bends: [mean],
    };
  const law = resolvedTail(service);
  if (law === undefined) throw new NotCovered('a law that jumps and bends too often to be followed');
  const { tailAt, capped, edges, jumps } = law;
  return { tailAt, capped, bends: [...edges].filter((_, i) => i === 0 || i === edges.length - 1 || jumps) };
}
