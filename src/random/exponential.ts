import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { Stream } from './stream.js';
import { fillByZiggurat } from './ziggurat.js';

/*
 * The ziggurat of Marsaglia and Tsang ("The ziggurat method for generating random variables", J. Stat.
 * Software 5(8), 2000) with 256 layers of equal area. Layer and position come from separate bits, as
 * J. A. Doornik asks for ("An improved ziggurat method to generate normal random samples", 2005), and the
 * position has 53 of them. Beyond `tailStart` the exponential law starts anew, so the tail has no end.
 */
const layers = 256;
const tailStart = 7.697117470131049;
const layerArea = 0.003949659822581557;

/** Right ends of the layers, from the bottom up; the bottom one stands for the tail too. */
const right = new Float64Array(layers + 1);
right[0] = layerArea * exp(tailStart);
right[1] = tailStart;
for (let i = 1; i < layers - 1; i++) right[i + 1] = -log(exp(-right[i]) + layerArea / right[i]);
const density = right.map(x => exp(-x));

/** Fills the block with independent exponential numbers of this mean. */
export function fillExponential(block: Float64Array, stream: Stream, mean = 1): void {
  fillByZiggurat(block, stream, ziggurat, mean);
}

/** One exponential number of mean 1. */
export function exponential(stream: Stream): number {
  const bits = stream.next32();
  const layer = bits & 0xff;
  const x = ((bits >>> 11) * 2 ** -21 + (stream.next32() >>> 0) * 2 ** -53) * right[layer];
  return x < right[layer + 1] ? x : edge(layer, x, stream);
}

/** The one draw in ninety that falls outside the inner rectangles. */
function edge(layer: number, x: number, stream: Stream): number {
  if (layer === 0) return tailStart + exponential(stream);
  const height = density[layer] + stream.uniform() * (density[layer + 1] - density[layer]);
  return height < exp(-x) ? x : exponential(stream);
}

const ziggurat = { right, signBit: 0, edge };
