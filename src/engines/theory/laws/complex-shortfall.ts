import { expm1 } from '../../../numerics/near-zero.js';
import { type Complex, complex } from '../complex.js';
import type { Inversion } from '../times/euler.js';
import { count, nodes, weights } from './legendre.js';
import type { ResolvedTail } from './resolved-tail.js';

/** Gauss's rule is off by no more than rounding at the fastest oscillation that is asked for, with 18 by 7e-15. */
const panels = 24;
/** Times shorter than this part of t say nothing of what happens by t. */
const smallest = 2 ** -16;

/**
 * The integral of (1 - e^(-s x)) P(X > x) over x at the points s that an inversion asks for at time t, as a
 * function of t: by Gauss's rule on panels that follow both the fastest oscillation and the bends of the law.
 */
export function complexShortfall(
  { tailAt, excess, edges }: ResolvedTail,
  { real, terms }: Inversion,
): (t: number) => readonly Complex[] {
  // Beyond, e^(-s x) is below rounding.
  const reach = 40 / real;
  return t => {
    const end = Math.min(reach * t, edges[edges.length - 1]);
    const even = Array.from({ length: panels }, (_, i) => (reach * t * i) / panels);
    const within = [...even, ...edges].filter(x => x > smallest * t && x < end);
    const cuts = [0, ...within.sort((a, b) => a - b), end];
    const [re, im] = [new Float64Array(terms), new Float64Array(terms)];
    for (let i = 1; i < cuts.length; i++) {
      const half = (cuts[i] - cuts[i - 1]) / 2;
      if (half === 0) continue;
      for (let j = 0; j < count; j++) {
        const x = cuts[i - 1] + half * (1 + nodes[j]);
        const size = weights[j] * half * tailAt(x);
        const fallen = -size * expm1((-real * x) / t);
        const left = size - fallen;
        // 1 - e^(-i k a) = 2 sin(k a / 2) (sin(k a / 2) + i cos(k a / 2)).
        const stepSin = Math.sin((Math.PI * x) / (2 * t));
        const stepCos = Math.cos((Math.PI * x) / (2 * t));
        let sin = 0;
        let cos = 1;
        for (let k = 0; k < terms; k++) {
          re[k] += fallen + 2 * left * sin * sin;
          im[k] += 2 * left * sin * cos;
          const turned = sin * stepCos + cos * stepSin;
          cos = cos * stepCos - sin * stepSin;
          sin = turned;
        }
      }
    }
    const beyond = excess(end);
    return Array.from(re, (value, k) => complex(value + beyond, im[k]));
  };
}
