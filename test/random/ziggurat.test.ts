import { cumulativeStdNormalProbability } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  exponential,
  fillExponential,
  fillNormal,
  normal,
  type Stream,
  streamFor,
} from '../../src/random/index.js';
import { kolmogorovDistance, kolmogorovLimit, standardErrors } from './agreement.js';

const draws = (fill: (block: Float64Array, stream: Stream) => void, purpose: string, n: number) => {
  const block = new Float64Array(n);
  fill(block, streamFor(20, purpose));
  return block;
};

const million = draws(fillExponential, 'exponential', 1_000_000);
const normals = draws(fillNormal, 'normal', 1_000_000);

it.each([
  ['exponential', fillExponential, exponential],
  ['normal', fillNormal, normal],
])('%s blocks hold what drawing one by one gives, and leave the stream where that does', (_, fill, one) => {
  const [together, apart] = [streamFor(20, 'blocks'), streamFor(20, 'blocks')];
  const block = new Float64Array(100_000);
  fill(block, together);
  expect(block.every(x => x === one(apart))).toBe(true);
  expect(together.next32()).toBe(apart.next32());
});

describe('exponential numbers', () => {
  it('have the cdf 1 - e^-x', () => {
    const distance = kolmogorovDistance(million, x => -Math.expm1(-x));
    expect(distance).toBeLessThan(kolmogorovLimit(million.length));
  });

  it.each([1, 2, 3, 4])('have the moment of order %i', order => {
    const moment = [1, 1, 2, 6, 24][order];
    expect(
      Math.abs(
        standardErrors(
          million.map(x => x ** order),
          moment,
        ),
      ),
    ).toBeLessThan(4);
  });

  it('reach beyond the tail start as often as they should, and beyond it forget where they were', () => {
    const start = 7.697117470131049;
    const beyond = draws(fillExponential, 'tail', 8_000_000).filter(x => x > start);
    const expected = 8_000_000 * Math.exp(-start);
    expect(Math.abs(beyond.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
    const distance = kolmogorovDistance(
      beyond.map(x => x - start),
      x => -Math.expm1(-x),
    );
    expect(distance).toBeLessThan(kolmogorovLimit(beyond.length));
  });

  it('are independent of the draw before', () => {
    const products = million.subarray(1).map((x, i) => (x - 1) * (million[i] - 1));
    expect(Math.abs(standardErrors(products, 0))).toBeLessThan(4);
  });

  it('are fine-grained: a million draws without a repeat', () => {
    expect(new Set(million).size).toBe(million.length);
  });
});

describe('normal numbers', () => {
  it('have the normal cdf', () => {
    // The library rounds its table to four digits or so: enough to see a law that is off, not a KS statistic.
    for (const x of [-2.5, -1, -0.3, 0, 0.3, 1, 2.5]) {
      const share = normals.filter(z => z <= x).length / normals.length;
      expect(Math.abs(share - cumulativeStdNormalProbability(x))).toBeLessThan(2.5e-3);
    }
  });

  it.each([1, 2, 3, 4, 6])('have the moment of order %i', order => {
    const moment = [1, 0, 1, 0, 3, 0, 15][order];
    expect(
      Math.abs(
        standardErrors(
          normals.map(x => x ** order),
          moment,
        ),
      ),
    ).toBeLessThan(4);
  });

  it('pass the tail start as often as they should, on both sides', () => {
    const many = draws(fillNormal, 'normal tail', 4_000_000);
    const start = 3.654152885361009;
    for (const side of [1, -1]) {
      const count = many.filter(x => side * x > start).length;
      const expected = 4_000_000 * normalTail;
      expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });
});

/** 1 - Phi(3.654152885361009). */
const normalTail = 1.2901624382695e-4;

describe('block and single draws', () => {
  it.each([
    ['exponential', fillExponential, exponential],
    ['normal', fillNormal, normal],
  ] as const)('%s: the same numbers in blocks of any size', (_, fill, single) => {
    const whole = draws(fill, 'blocks', 5000);
    const stream = streamFor(20, 'blocks');
    const pieces: number[] = [];
    for (const size of [1, 2, 997, 4000]) {
      const block = new Float64Array(size);
      fill(block, stream);
      pieces.push(...block);
    }
    const alone = streamFor(20, 'blocks');
    expect(pieces).toEqual([...whole]);
    expect(Array.from({ length: 5000 }, () => single(alone))).toEqual(pieces);
  });
});
