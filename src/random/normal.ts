import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { exponential } from './exponential.js';
import type { Stream } from './stream.js';
import { fillByZiggurat } from './ziggurat.js';

/* The ziggurat of exponential.ts for the normal density: a sign bit more, and Marsaglia's own tail. */
const layers = 256;
const tailStart = 3.654152885361009;
const layerArea = 0.004928673233974655;

const right = new Float64Array(layers + 1);
right[0] = layerArea * exp((tailStart * tailStart) / 2);
right[1] = tailStart;
for (let i = 1; i < layers - 1; i++)
  right[i + 1] = Math.sqrt(-2 * log(exp((-right[i] * right[i]) / 2) + layerArea / right[i]));
const density = right.map(x => exp((-x * x) / 2));

/** Fills the block with independent normal numbers of mean 0. */
export function fillNormal(block: Float64Array, stream: Stream, deviation = 1): void {
  fillByZiggurat(block, stream, ziggurat, deviation);
}

/** One standard normal number. */
export function normal(stream: Stream): number {
  const bits = stream.next32();
  const layer = bits & 0xff;
  const x = ((bits >>> 11) * 2 ** -21 + (stream.next32() >>> 0) * 2 ** -53) * right[layer];
  const size = x < right[layer + 1] ? x : edge(layer, x, stream);
  return bits & 0x100 ? -size : size;
}

/** The size of a draw that fell outside the inner rectangles, one in seventy; the sign is drawn already. */
function edge(layer: number, x: number, stream: Stream): number {
  if (layer === 0) return tail(stream);
  const height = density[layer] + stream.uniform() * (density[layer + 1] - density[layer]);
  return height < exp((-x * x) / 2) ? x : Math.abs(normal(stream));
}

/** G. Marsaglia, "Generating a variable from the tail of the normal distribution", Technometrics 6(1), 1964. */
function tail(stream: Stream): number {
  for (;;) {
    const beyond = exponential(stream) / tailStart;
    if (2 * exponential(stream) >= beyond * beyond) return tailStart + beyond;
  }
}

const ziggurat = { right, signBit: 0x100, edge };
