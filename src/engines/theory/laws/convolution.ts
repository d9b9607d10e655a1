import { count, nodes, weights } from './legendre.js';
import type { ResolvedTail } from './resolved-tail.js';

/** Bends nearer to the ends than this part of t are too small to tell. */
const smallest = 2 ** -20;

/**
 * With R the rest of a service that is met under way, of density P(S > x) / E S: the chances that two such rests,
 * and that a rest and a whole service, together exceed t. By Gauss's rule between the bends of both factors.
 */
export function sumsWithRest({ tailAt, excess, edges }: ResolvedTail) {
  const mean = excess(0);
  return (t: number): { readonly twoRests: number; readonly restAndService: number } => {
    const within = [...edges].filter(x => x > 0 && x < t).flatMap(x => [x, t - x]);
    const inside = within.filter(x => x > smallest * t && x < (1 - smallest) * t).sort((a, b) => a - b);
    const cuts = [0, ...inside, t];
    let [rests, services] = [0, 0];
    for (let i = 1; i < cuts.length; i++) {
      const half = (cuts[i] - cuts[i - 1]) / 2;
      if (half === 0) continue;
      for (let j = 0; j < count; j++) {
        const x = cuts[i - 1] + half * (1 + nodes[j]);
        const size = (weights[j] * half * tailAt(x)) / mean;
        rests += size * excess(t - x);
        services += size * tailAt(t - x);
      }
    }
    const alone = excess(t) / mean;
    return { twoRests: alone + rests / mean, restAndService: alone + services };
  };
}
