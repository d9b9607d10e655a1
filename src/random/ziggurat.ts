import type { Stream } from './stream.js';

/**
 * A decreasing density on [0, inf) in layers of equal area, from the bottom up; the bottom one stands for the
 * tail too.
 */
export interface Ziggurat {
  /** Right ends of the layers, and a last one of 0. */
  readonly right: Float64Array;
  /** The bit of the first word that makes the number negative, or 0 where there are no negative ones. */
  readonly signBit: number;
  /** The few draws that fall outside the inner rectangles. */
  readonly edge: (layer: number, x: number, stream: Stream) => number;
}

/**
 * Fills the block with independent numbers, the very ones that drawing one by one gives. The steps of
 * `Stream.next32` stand here twice, on local variables, in a loop that nothing is called from: that takes a third of
 * the time.
 */
export function fillByZiggurat(
  block: Float64Array,
  stream: Stream,
  { right, signBit, edge }: Ziggurat,
  scale: number,
): void {
  const count = block.length;
  let at = 0;
  while (at < count) {
    // The zeros tell V8 that these are whole numbers of 32 bits throughout.
    let a = stream.a | 0;
    let b = stream.b | 0;
    let c = stream.c | 0;
    let d = stream.d | 0;
    let high = 0;
    let layer = 0;
    let x = 0;
    for (; at < count; at++) {
      let sum = (a + d) | 0;
      high = (((sum << 7) | (sum >>> 25)) + a) | 0;
      let shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      sum = (a + d) | 0;
      const low = (((sum << 7) | (sum >>> 25)) + a) | 0;
      shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      layer = high & 0xff;
      x = ((high >>> 11) * 2 ** -21 + (low >>> 0) * 2 ** -53) * right[layer];
      if (x >= right[layer + 1]) break;
      // The sign by arithmetic: a branch would be guessed wrong half the time.
      block[at] = x * (1 - ((high & signBit) >> 7)) * scale;
    }
    stream.restore(a, b, c, d);
    if (at === count) return;
    const size = edge(layer, x, stream);
    block[at++] = size * (1 - ((high & signBit) >> 7)) * scale;
  }
}
