import type { TimeBlocks } from '../result/result.js';
import { batchCount, customerBatches } from './path-batches.js';

/** Bins an octave: what a quantile loses by them is far below what a run of thousands of messages can tell. */
const perOctave = 32;
/** Times shorter than the longest by more than so many octaves are counted together. */
const octaves = 14;

/** The times of customers in order of arrival, seconds, counted by block and bin; zeros have a bin of their own. */
export function timeBlocks(times: Float64Array): TimeBlocks {
  const longest = times.reduce((most, time) => Math.max(most, time), 0);
  const edges = [0, ...upTo(longest)];
  const bins = times.map(time => binOf(Math.max(0, time), edges));
  const counts = Array.from({ length: batchCount }, () => new Array<number>(edges.length).fill(0));
  const { counts: sizes } = customerBatches(times);
  let customer = 0;
  for (const [block, size] of sizes.entries())
    for (let i = 0; i < size; i++, customer++) counts[block][bins[customer]]++;
  const used = edges.map((_, bin) => counts.some(block => block[bin] > 0));
  const kept = [...edges.keys()].filter(bin => used[bin] || used[bin + 1]);
  return {
    edges: kept.map(bin => Number(edges[bin].toPrecision(12))),
    counts: counts.map(block => kept.map(bin => block[bin])),
  };
}

const upTo = (longest: number): number[] =>
  longest > 0
    ? Array.from({ length: octaves * perOctave + 1 }, (_, i) => longest * 2 ** (i / perOctave - octaves))
    : [];

/** The first bin whose upper edge is not below the time. */
function binOf(time: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] >= time) high = middle;
    else low = middle + 1;
  }
  return low;
}
