import { count, expansion, nodes, valueAt } from './legendre.js';

/** A function of times from 0 on, as polynomials on panels. */
export interface Table {
  readonly at: (t: number) => number;
  /** Where the panels up to t begin. */
  readonly edges: (t: number) => readonly number[];
}

/** What the last coefficients of a panel may leave unsaid. */
const tolerance = 1e-8;
const narrowest = 2 ** -20;

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly coefficients: Float64Array;
}

/** A smooth function that is dear to ask: octaves from `first` on as they are needed, each halved until it has settled. */
export function tabulated(f: (t: number) => number, first: number): Table {
  const panels: Panel[] = [];
  const grow = (from: number, to: number): void => {
    const half = (to - from) / 2;
    const coefficients = expansion(nodes.map(node => f(from + half * (1 + node))));
    const unsaid = Math.abs(coefficients[count - 1]) + Math.abs(coefficients[count - 2]);
    if (unsaid > tolerance && half > narrowest * to) {
      grow(from, from + half);
      grow(from + half, to);
    } else panels.push({ from, to, coefficients });
  };
  const upTo = (t: number): void => {
    for (let end = panels.at(-1)?.to ?? 0; end < t; end = panels.at(-1)?.to ?? t)
      grow(end, end === 0 ? first : 2 * end);
  };
  return {
    at: t => {
      if (!(t > 0)) return f(0);
      upTo(t);
      let [low, high] = [0, panels.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (panels[middle].from <= t) low = middle;
        else high = middle - 1;
      }
      const { from, to, coefficients } = panels[low];
      return valueAt(coefficients, 0, (2 * (t - from)) / (to - from) - 1);
    },
    edges: t => {
      upTo(t);
      return panels.map(({ from }) => from).filter(from => from < t);
    },
  };
}
