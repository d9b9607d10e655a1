import { count, nodes, weights } from '../laws/legendre.js';

interface StartsOfService {
  /** P(at once). */
  readonly free: number;
  /** Of the waits above 0 that end in service, over all customers: per second. */
  readonly servedDensity: (x: number) => number;
  /** Where that bends, and how far apart its values lie. */
  readonly cuts: readonly number[];
  /** Between these it is more than rounding. */
  readonly start: number;
  readonly end: number;
  readonly meanService: number;
}

/** Services that began longer ago, in mean services, are over but for e^-40. */
const longest = 40;
/** Mean services on which Gauss's rule knows e^-x to all digits. */
const step = 4;

/** P(in service at t after arrival), services exponential: the starts up to t, each still under way with e^-(t - x)/E S. */
export function stillServed({ free, servedDensity, cuts, start, end, meanService }: StartsOfService) {
  const known = [...new Set([start, end, ...cuts])].sort((a, b) => a - b);
  return (t: number): number => {
    const [from, to] = [Math.max(start, t - longest * meanService), Math.min(t, end)];
    let sum = free * Math.exp(-t / meanService);
    if (!(from < to)) return sum;
    const edges = [from, ...known.filter(x => x > from && x < to), to];
    for (let i = 1; i < edges.length; i++) {
      const panels = Math.ceil((edges[i] - edges[i - 1]) / (step * meanService));
      const half = (edges[i] - edges[i - 1]) / (2 * panels);
      for (let middle = edges[i - 1] + half, k = 0; k < panels; k++, middle += 2 * half) {
        for (let j = 0; j < count; j++) {
          const x = middle + half * nodes[j];
          sum += half * weights[j] * servedDensity(x) * Math.exp((x - t) / meanService);
        }
      }
    }
    return sum;
  };
}
