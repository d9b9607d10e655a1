/**
 * xoshiro128++ 1.0 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47(4), 2021): 32-bit output, period 2^128 - 1, and a jump of 2^64 steps.
 *
 * The four state words are plain fields: V8 keeps them as small integers in registers, which is faster
 * than a typed array.
 */
export class Stream {
  /** The state, for those who fill blocks. */
  a: number;
  b: number;
  c: number;
  d: number;

  constructor(state: readonly [number, number, number, number]) {
    if (state.every(word => (word | 0) === 0))
      throw new RangeError('the all-zero state is a fixed point of xoshiro128++');
    [this.a, this.b, this.c, this.d] = state.map(word => word | 0) as [number, number, number, number];
  }

  /** 32 random bits, as a signed integer. */
  next32(): number {
    const a = this.a;
    const b = this.b;
    let d = this.d;
    const sum = (a + d) | 0;
    const output = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const c = this.c ^ a;
    d ^= b;
    this.b = b ^ c;
    this.a = a ^ d;
    this.c = c ^ (b << 9);
    this.d = (d << 11) | (d >>> 21);
    return output;
  }

  /** Uniform on [0, 1) with 53 random bits. */
  uniform(): number {
    const high = this.next32() >>> 5;
    const low = this.next32() >>> 6;
    return (high * 67_108_864 + low) * (1 / 9_007_199_254_740_992);
  }

  /**
   * Uniform on (0, 1), for inversion, where 0 has no logarithm: the middles of 2^52 cells (a 53rd bit would
   * let the last of them round to 1).
   */
  uniformOpen(): number {
    const high = this.next32() >>> 6;
    const low = this.next32() >>> 6;
    return (high * 67_108_864 + low + 0.5) * (1 / 4_503_599_627_370_496);
  }

  /** Moves this stream 2^64 steps ahead: streams of one family taken by repeated jumps cannot overlap. */
  jump(): void {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (const word of jumpPolynomial) {
      for (let bit = 0; bit < 32; bit++) {
        if (word & (1 << bit)) {
          a ^= this.a;
          b ^= this.b;
          c ^= this.c;
          d ^= this.d;
        }
        this.next32();
      }
    }
    this.restore(a, b, c, d);
  }

  /** Goes on from a state that this stream had, or will have. */
  restore(a: number, b: number, c: number, d: number): void {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}

const jumpPolynomial = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];
