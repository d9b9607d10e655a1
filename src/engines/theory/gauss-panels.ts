import { type Matrix, matrix } from '../../numerics/matrix.js';
import { gaussLegendre } from './gauss-legendre.js';

const count = 16;
const rule = gaussLegendre(count);

/** From the values at the nodes of a panel to the integrals up to each node, and over it all, for half-width 1. */
const upToNodes = integrals();

/** Legendre's polynomials of degree 0 .. `count` at x. */
function polynomials(x: number): number[] {
  const values = [1, x];
  for (let n = 1; n < count; n++) values.push(((2 * n + 1) * x * values[n] - n * values[n - 1]) / (n + 1));
  return values;
}

/** By the expansion of the interpolant in Legendre's polynomials, of which ∫ P_n = (P_(n+1) - P_(n-1)) / (2n + 1). */
function integrals(): Matrix {
  const atNodes = rule.nodes.map(polynomials);
  return matrix(count, count, (k, j) => {
    let sum = (rule.weights[j] / 2) * (rule.nodes[k] + 1);
    for (let n = 1; n < count; n++) {
      sum += (rule.weights[j] / 2) * atNodes[j][n] * (atNodes[k][n + 1] - atNodes[k][n - 1]);
    }
    return sum;
  });
}

/** Where a function is looked at: the nodes of all panels between the edges, in order within each. */
export interface GaussPanels {
  readonly points: Float64Array;
  /** The integral over everything, from the values at the points. */
  readonly total: (values: ArrayLike<number>) => number;
  /** The integrals up to each point. */
  readonly cumulative: (values: ArrayLike<number>) => Float64Array;
}

export function gaussPanels(edges: readonly number[]): GaussPanels {
  const panels = edges.length - 1;
  const half = Float64Array.from({ length: panels }, (_, i) => (edges[i + 1] - edges[i]) / 2);
  const points = Float64Array.from(
    { length: panels * count },
    (_, at) => edges[Math.floor(at / count)] + half[Math.floor(at / count)] * (1 + rule.nodes[at % count]),
  );
  const over = (values: ArrayLike<number>, panel: number): number => {
    let sum = 0;
    for (let j = 0; j < count; j++) sum += rule.weights[j] * values[panel * count + j];
    return half[panel] * sum;
  };
  return {
    points,
    total: values => {
      let sum = 0;
      for (let panel = 0; panel < panels; panel++) sum += over(values, panel);
      return sum;
    },
    cumulative: values => {
      const sums = new Float64Array(points.length);
      let before = 0;
      for (let panel = 0; panel < panels; panel++) {
        for (let k = 0; k < count; k++) {
          let sum = 0;
          for (let j = 0; j < count; j++) sum += upToNodes.data[k * count + j] * values[panel * count + j];
          sums[panel * count + k] = before + half[panel] * sum;
        }
        before += over(values, panel);
      }
      return sums;
    },
  };
}
