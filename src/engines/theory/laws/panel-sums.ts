import { expansion, integralTo, nodes } from './legendre.js';

export interface PanelSum {
  /** The integral over all panels. */
  readonly total: number;
  /** The integral from the first edge to x. */
  readonly upTo: (x: number) => number;
}

/** Integrals of functions that are smooth between these edges, by Gauss's rule between neighbours. */
export function panelSums(between: readonly number[]): (f: (x: number) => number) => PanelSum {
  const edges = Float64Array.from(new Set(between)).sort();
  const last = edges.length - 1;
  return f => {
    const series = Array.from({ length: last }, (_, k) =>
      expansion(nodes.map(node => f(edges[k] + ((edges[k + 1] - edges[k]) / 2) * (1 + node)))),
    );
    const sums = new Float64Array(last + 1);
    for (let k = 0; k < last; k++) sums[k + 1] = sums[k] + (edges[k + 1] - edges[k]) * series[k][0];
    return {
      total: sums[last],
      upTo: x => {
        if (!(x > edges[0])) return 0;
        if (x >= edges[last]) return sums[last];
        const k = edges.findLastIndex(edge => edge <= x);
        const half = (edges[k + 1] - edges[k]) / 2;
        return sums[k] + half * integralTo(series[k], 0, (x - edges[k]) / half - 1);
      },
    };
  };
}
