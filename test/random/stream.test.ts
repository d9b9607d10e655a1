import { describe, expect, it } from 'vitest';
import { Stream, streamFor } from '../../src/random/index.js';

const unsigned = (stream: Stream, n: number): number[] =>
  Array.from({ length: n }, () => stream.next32() >>> 0);

describe('xoshiro128++', () => {
  // The authors' algorithm, written in C++ with uint32_t and run apart from this project.
  it('gives the reference numbers from the state 1, 2, 3, 4', () => {
    expect(unsigned(new Stream([1, 2, 3, 4]), 12)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
      621204420, 3221853640, 3734666907,
    ]);
  });

  it('gives the reference numbers after a million steps', () => {
    const stream = new Stream([0xdeadbeef, 0x12345678, 0x9abcdef0, 0x0badcafe]);
    for (let i = 0; i < 1_000_000; i++) stream.next32();
    expect(unsigned(stream, 6)).toEqual([
      502060567, 4022601921, 2894367036, 293603324, 300078820, 1900785715,
    ]);
  });

  it("gives the number that PHP's test suite has after 102,400 steps", () => {
    const stream = new Stream([1, 2, 3, 4]);
    for (let i = 0; i < 102_400; i++) stream.next32();
    expect(unsigned(stream, 1)).toEqual([0x2c873cfa]);
  });

  it('jumps as the reference does', () => {
    const stream = new Stream([1, 2, 3, 4]);
    stream.jump();
    expect(unsigned(stream, 6)).toEqual([
      3129740764, 111290574, 1158071106, 1835317750, 1792746261, 130735218,
    ]);
  });

  it('jumps exactly 2^64 steps: the step, a matrix over GF(2), squared 64 times', () => {
    let step = Array.from({ length: 128 }, (_, bit) => afterOneStep(1n << BigInt(bit)));
    for (let squaring = 0; squaring < 64; squaring++) step = step.map(image => apply(step, image));
    const [a, b, c, d] = words(apply(step, 1n | (2n << 32n) | (3n << 64n) | (4n << 96n)));
    const jumped = new Stream([1, 2, 3, 4]);
    jumped.jump();
    expect(unsigned(new Stream([a, b, c, d]), 20)).toEqual(unsigned(jumped, 20));
  });

  it('refuses the all-zero state', () => {
    expect(() => new Stream([0, 0, 0, 0])).toThrow(RangeError);
  });
});

type Words = [number, number, number, number];

const words = (state: bigint): Words =>
  [0n, 32n, 64n, 96n].map(shift => Number((state >> shift) & 0xffffffffn)) as Words;

/** The linear part of xoshiro128, from the paper. */
function afterOneStep(state: bigint): bigint {
  let [a, b, c, d] = words(state);
  const t = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= t;
  d = (d << 11) | (d >>> 21);
  return [a, b, c, d].reduce((sum, word, i) => sum | (BigInt(word >>> 0) << BigInt(32 * i)), 0n);
}

function apply(matrix: readonly bigint[], state: bigint): bigint {
  let image = 0n;
  for (let bit = 0; bit < 128; bit++) if ((state >> BigInt(bit)) & 1n) image ^= matrix[bit];
  return image;
}

describe('uniform', () => {
  it('is below 1 and spreads evenly', () => {
    const stream = streamFor(1, 'uniform');
    const cells = new Float64Array(64);
    for (let i = 0; i < 640_000; i++) {
      const u = stream.uniform();
      if (!(u >= 0 && u < 1)) throw new Error(`outside: ${u}`);
      cells[Math.floor(u * 64)]++;
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 63 degrees of freedom: quantiles 1e-4 and 1 - 1e-4.
    expect(chiSquare).toBeGreaterThan(29.5);
    expect(chiSquare).toBeLessThan(113.5);
  });

  it('stays inside (0, 1) in its open form, at the extreme outputs of the generator too', () => {
    const zeros = Object.assign(streamFor(1, 'open'), { next32: () => 0 });
    expect(zeros.uniform()).toBe(0);
    expect(zeros.uniformOpen()).toBe(2 ** -53);
    const ones = Object.assign(streamFor(1, 'open'), { next32: () => -1 });
    expect(ones.uniform()).toBe(1 - 2 ** -53);
    expect(ones.uniformOpen()).toBe(1 - 2 ** -53);
  });
});

describe('streamFor', () => {
  it('depends on seed, purpose and replication and on nothing else', () => {
    const first = (seed: number, purpose: string, replication?: number): string =>
      unsigned(streamFor(seed, purpose, replication), 4).join();
    expect(first(7, 'arrivals')).toBe(first(7, 'arrivals', 0));
    const all = [
      first(7, 'arrivals'),
      first(8, 'arrivals'),
      first(7, 'services'),
      first(7, 'arrivals', 1),
      first(7, 'arrivals', 2),
      first(71, ''),
      first(7, '1'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('puts replications one jump apart', () => {
    const jumped = streamFor(3, 'x');
    jumped.jump();
    jumped.jump();
    expect(unsigned(streamFor(3, 'x', 2), 8)).toEqual(unsigned(jumped, 8));
  });
});
