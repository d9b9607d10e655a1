import { type Stream, streamFor } from '../random/index.js';

/** Counts by block of consecutive observations and bin; bin i holds what lies above edge i - 1 and up to edge i. */
export interface BlockedCounts {
  readonly edges: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

export interface DistanceTest {
  /** The largest distance between the two distribution functions (Kolmogorov–Smirnov). */
  readonly distance: number;
  /** Where it is found. */
  readonly at: number;
  /** How often two samples of the same law would lie at least so far apart. */
  readonly pValue: number;
}

/**
 * Whether two samples of dependent observations come from the same law: the distance of Kolmogorov and Smirnov,
 * judged by a bootstrap over blocks. Each sample's blocks are drawn anew with replacement, and how far its
 * distribution function then lies from the one found tells what chance alone does (Künsch, "The jackknife and the
 * bootstrap for general stationary observations", Annals of Statistics 17, 1989, on blocks; unchecked). Where
 * blocks still resemble their neighbours the deviations are stretched as the intervals of `ratioInterval` are.
 */
export function distanceTest(
  first: BlockedCounts,
  second: BlockedCounts,
  seed: number,
  resamples = 999,
): DistanceTest {
  const stream = streamFor(seed, 'blocks');
  const grid = [...new Set([...first.edges, ...second.edges])].sort((a, b) => a - b);
  const samples = [first, second].map(sample => {
    const blocks = blocksOn(grid, sample);
    const law = share(blocks);
    return { blocks, law, stretch: stretchOf(blocks, law) };
  });
  const [f, g] = samples;
  const differences = f.law.map((value, i) => value - g.law[i]);
  const at = indexOfLargest(differences);
  const distance = Math.abs(differences[at]);
  let further = 0;
  for (let r = 0; r < resamples; r++) {
    const [a, b] = samples.map(({ blocks }) => share(drawn(blocks, stream)));
    let largest = 0;
    for (let i = 0; i < grid.length; i++) {
      const deviation = f.stretch * (a[i] - f.law[i]) - g.stretch * (b[i] - g.law[i]);
      largest = Math.max(largest, Math.abs(deviation));
    }
    if (largest >= distance) further++;
  }
  return { distance, at: grid[at], pValue: (1 + further) / (1 + resamples) };
}

/** By how much a bootstrap of blocks taken as independent understates the deviations. */
function stretchOf(blocks: readonly Float64Array[], law: Float64Array): number {
  const last = law.length - 1;
  const residual = (block: Float64Array, i: number) => block[i] - law[i] * block[last];
  let products = 0;
  let squares = 0;
  for (const [b, block] of blocks.entries())
    for (let i = 0; i < last; i++) {
      squares += residual(block, i) ** 2;
      if (b > 0) products += residual(block, i) * residual(blocks[b - 1], i);
    }
  const count = blocks.length;
  const lagOne = squares === 0 ? 0 : Math.min(0.9, Math.max(0, products / (count - 1) / (squares / count)));
  return Math.sqrt(((1 + lagOne) / (1 - lagOne)) * (count / (count - 1)));
}

/** By block, how many observations lie at or below each point of the grid: linear inside a bin. */
function blocksOn(grid: readonly number[], { edges, counts }: BlockedCounts): Float64Array[] {
  return counts.map(block => {
    const below = new Float64Array(grid.length);
    let bin = 0;
    let before = 0;
    for (const [i, x] of grid.entries()) {
      while (bin < edges.length && edges[bin] <= x) before += block[bin++];
      const from = bin === 0 ? 0 : edges[bin - 1];
      const inside = bin < edges.length && x > from ? (x - from) / (edges[bin] - from) : 0;
      below[i] = before + (inside > 0 ? inside * block[bin] : 0);
    }
    return below;
  });
}

/** The distribution function of all blocks together. */
function share(blocks: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(blocks[0].length);
  for (const block of blocks) for (let i = 0; i < sum.length; i++) sum[i] += block[i];
  const total = sum[sum.length - 1];
  return sum.map(value => value / total);
}

const drawn = (blocks: readonly Float64Array[], stream: Stream): Float64Array[] =>
  blocks.map(() => blocks[Math.floor(stream.uniform() * blocks.length)]);

function indexOfLargest(values: Float64Array): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (Math.abs(values[i]) > Math.abs(values[at])) at = i;
  return at;
}
