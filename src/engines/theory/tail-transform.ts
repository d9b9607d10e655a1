import type { Distribution } from '../../distributions/contract.js';
import { type Complex, complex } from './complex.js';
import type { Inversion } from './euler.js';
import { gaussLegendre } from './gauss-legendre.js';

/** Chances whose times mark the panels: from where the law begins to where it ends, its tail smooth in between. */
const landmarkChances = [
  1e-15,
  1e-6,
  1e-3,
  ...[0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97],
  ...[2, 3, 4, 5, 6, 8, 10, 12, 15].map(n => 1 - 10 ** -n),
];

const panels = 36;
const rule = gaussLegendre(16);

/**
 * The integral of e^(-s x) P(S > x) over x at the points s that an inversion asks for at time t, as a function
 * of t: by Gauss's rule on panels of x / t that follow the fastest oscillation and break at the landmarks of
 * the law. It needs nothing but the cdf.
 */
export function tailTransform(
  service: Distribution,
  { real, terms }: Inversion,
): (t: number) => readonly Complex[] {
  // Beyond, e^(-s x) is below rounding.
  const reach = 40 / real;
  const even = Array.from({ length: panels + 1 }, (_, i) => (reach * i) / panels);
  const landmarks = landmarkChances.map(service.quantile);
  return t => {
    const within = landmarks.map(x => x / t).filter(y => y > 0 && y < reach);
    const edges = [...even, ...within].sort((a, b) => a - b);
    const [re, im] = [new Float64Array(terms), new Float64Array(terms)];
    for (let i = 1; i < edges.length; i++) {
      const [middle, width] = [(edges[i] + edges[i - 1]) / 2, (edges[i] - edges[i - 1]) / 2];
      rule.nodes.forEach((node, n) => {
        const y = middle + width * node;
        const size = rule.weights[n] * width * t * Math.exp(-real * y) * (1 - service.cdf(y * t));
        if (size === 0) return;
        const [cos, sin] = [Math.cos(Math.PI * y), -Math.sin(Math.PI * y)];
        let [a, b] = [size, 0];
        for (let k = 0; k < terms; k++) {
          re[k] += a;
          im[k] += b;
          [a, b] = [a * cos - b * sin, a * sin + b * cos];
        }
      });
    }
    return Array.from(re, (value, k) => complex(value, im[k]));
  };
}
