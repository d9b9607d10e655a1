import type { Distribution } from '../../../distributions/contract.js';
import {
  count,
  expansion,
  weights as gauss,
  integralTo,
  nodes,
  slopeAt,
  slopes,
  valueAt,
} from './legendre.js';

/**
 * A law's P(X > x) as polynomials on panels that follow its bends, to 1e-13: what integrals over it need,
 * without asking the law again. Arrays go over the nodes of all panels, from the shortest time to the longest.
 */
export interface ResolvedTail {
  /** Seconds. */
  readonly points: Float64Array;
  /** Of Gauss's rule: seconds. */
  readonly weights: Float64Array;
  /** P(X > x) and P(X <= x) at the points. */
  readonly tail: Float64Array;
  readonly below: Float64Array;
  /** P(X in dx) at the points, as weights of a sum; beside `atOnce`, what lies at the first edge or before. */
  readonly mass: Float64Array;
  readonly atOnce: number;
  /** Where the panels begin and end; before the first P(X > x) is 1, after the last 0. */
  readonly edges: Float64Array;
  /** P(X > x). */
  readonly tailAt: (x: number) => number;
  /** P(X in dx) / dx, per second, where single times have no chance of their own. */
  readonly densityAt: (x: number) => number;
  /** E max(0, X - x): the integral of the tail beyond x. */
  readonly excess: (x: number) => number;
  /** E min(X, x): the integral of the tail up to x. */
  readonly capped: (x: number) => number;
  /** E min(X, x)² at the points. */
  readonly cappedSquare: () => Float64Array;
  /** Whether single times have a chance of their own. */
  readonly jumps: boolean;
}

/** Undefined for laws with more jumps and bends than a few dozen, such as the values of a trace. */
export function resolvedTail(law: Distribution): ResolvedTail | undefined {
  if (!known.has(law)) known.set(law, resolve(law));
  return known.get(law);
}

const known = new WeakMap<Distribution, ResolvedTail | undefined>();

const mostPanels = 1500;
/** What the last coefficients of a panel may leave unsaid. */
const tolerance = 1e-13;
/** As far as the law is asked: 1 - cdf has some digits left there, of which a power law needs more. */
const lastAsked = (tailIndex: number): number => 1 - (Number.isFinite(tailIndex) ? 1e-8 : 1e-12);

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
  readonly coefficients: Float64Array;
  readonly unsaid: number;
}

type Tail = (x: number) => number;

/** Panels between two times by octaves, each halved until its polynomial has settled or its width is rounding. */
function panelsBetween(shortest: number, longest: number, tail: Tail): readonly Panel[] | undefined {
  const panels: Panel[] = [];
  for (let from = shortest; from < longest; from *= 2) {
    const stack: (readonly [number, number])[] = [[from, Math.min(2 * from, longest)]];
    for (let piece = stack.pop(); piece; piece = stack.pop()) {
      const [low, high] = piece;
      const middle = low + (high - low) / 2;
      const panel = panelOf(low, high, tail);
      if (panel.unsaid > tolerance && high - low > 1e-14 * high) stack.push([middle, high], [low, middle]);
      else if (panels.push(panel) > mostPanels) return undefined;
    }
  }
  return panels;
}

function panelOf(from: number, to: number, tail: Tail): Panel {
  const values = Float64Array.from(nodes, node => tail(from + ((to - from) / 2) * (1 + node)));
  const coefficients = expansion(values);
  const unsaid = Math.abs(coefficients[count - 1]) + Math.abs(coefficients[count - 2]);
  return { from, to, values, coefficients, unsaid };
}

const integralOver = ({ from, to, coefficients }: Panel): number => (to - from) * coefficients[0];

function resolve({ mean, cdf, quantile, tailIndex }: Distribution): ResolvedTail | undefined {
  if (!(mean > 0 && mean < Number.POSITIVE_INFINITY)) return undefined;
  const shortest = Math.max(quantile(1e-30), mean * 2 ** -60);
  const last = quantile(lastAsked(tailIndex));
  const head = panelsBetween(shortest, last, x => 1 - cdf(x));
  if (head === undefined) return undefined;
  // From where 1 - cdf has hardly a digit left the tail goes on as a power that keeps the mean what it is.
  const atLast = 1 - cdf(last);
  const missing = mean - shortest - head.reduce((sum, panel) => sum + integralOver(panel), 0);
  const index = Number.isFinite(tailIndex) ? tailIndex : 1 + (atLast * last) / missing;
  const further = atLast > 0 && missing > 1e-14 * mean && index > 1;
  const octaves = Math.min(1000, 1 - Math.log2((1e-16 * mean) / (last * atLast)) / (index - 1));
  const power: Tail = x => atLast * (x / last) ** -index;
  const rest = further && panelsBetween(last, Math.min(last * 2 ** Math.max(1, octaves), 1e300), power);
  const atOnce = cdf(shortest);
  return {
    ...assembled(shortest, [...head, ...(rest || [])], x => (x < last ? cdf(x) : 1 - power(x))),
    atOnce,
    jumps: atOnce - cdf(shortest * (1 - 1e-12)) > 1e-9 || head.some(({ unsaid }) => unsaid > 1e-6),
  };
}

function assembled(
  shortest: number,
  panels: readonly Panel[],
  below: (x: number) => number,
): Omit<ResolvedTail, 'atOnce' | 'jumps'> {
  const n = panels.length * count;
  const [points, weights, tail, mass, coefficients] = [0, 1, 2, 3, 4].map(() => new Float64Array(n));
  const edges = new Float64Array(panels.length + 1).fill(shortest);
  /** From each edge on. */
  const beyond = new Float64Array(panels.length + 1);
  panels.forEach((panel, k) => {
    const half = (panel.to - panel.from) / 2;
    const slope = slopes(panel.coefficients);
    for (let j = 0; j < count; j++) {
      const at = k * count + j;
      points[at] = panel.from + half * (1 + nodes[j]);
      weights[at] = half * gauss[j];
      tail[at] = panel.values[j];
      mass[at] = Math.max(0, -slope[j] * gauss[j]);
    }
    coefficients.set(panel.coefficients, k * count);
    edges[k] = panel.from;
    edges[k + 1] = panel.to;
  });
  for (let k = panels.length - 1; k >= 0; k--) beyond[k] = beyond[k + 1] + integralOver(panels[k]);
  /** Up to each edge. */
  const before = new Float64Array(panels.length + 1).fill(edges[0]);
  panels.forEach((panel, k) => {
    before[k + 1] = before[k] + integralOver(panel);
  });
  const end = edges[panels.length];
  const indexOf = (x: number): number => {
    let [low, high] = [0, panels.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges[middle] <= x) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const place = (x: number, k: number): number => (2 * (x - edges[k])) / (edges[k + 1] - edges[k]) - 1;
  const within = (x: number, k: number): number =>
    ((edges[k + 1] - edges[k]) / 2) * integralTo(coefficients, k * count, place(x, k));
  return {
    points,
    weights,
    tail,
    below: points.map(below),
    mass,
    edges,
    tailAt: x => {
      if (x < shortest) return 1;
      if (x >= end) return 0;
      const k = indexOf(x);
      return valueAt(coefficients, k * count, place(x, k));
    },
    densityAt: x => {
      if (x < shortest || x >= end) return 0;
      const k = indexOf(x);
      return (-2 * slopeAt(coefficients, k * count, place(x, k))) / (edges[k + 1] - edges[k]);
    },
    cappedSquare: () => {
      const sums = new Float64Array(n);
      let sum = shortest * shortest;
      panels.forEach(({ from, to }, k) => {
        const half = (to - from) / 2;
        const series = expansion(
          points.subarray(k * count, (k + 1) * count).map((x, j) => 2 * x * tail[k * count + j]),
        );
        for (let j = 0; j < count; j++) sums[k * count + j] = sum + half * integralTo(series, 0, nodes[j]);
        sum += 2 * half * series[0];
      });
      return sums;
    },
    excess: x => {
      if (x < shortest) return shortest - x + beyond[0];
      if (x >= end) return 0;
      const k = indexOf(x);
      return beyond[k] - within(x, k);
    },
    capped: x => {
      if (x < shortest) return x;
      if (x >= end) return before[panels.length];
      const k = indexOf(x);
      return before[k] + within(x, k);
    },
  };
}
