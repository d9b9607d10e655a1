import { describe, expect, it } from 'vitest';
import { firstWhere } from '../../src/numerics/bisection.js';
import { fromRows } from '../../src/numerics/matrix.js';
import { matrixExponential } from '../../src/numerics/matrix-exponential.js';
import { integral } from '../../src/numerics/quadrature.js';

describe('integral', () => {
  it('is exact for polynomials up to degree 22, by one rule', () => {
    for (let degree = 0; degree <= 22; degree++) {
      let calls = 0;
      const power = (x: number): number => {
        calls++;
        return x ** degree;
      };
      const value = integral(power, 0, 2, 1);
      expect(value / (2 ** (degree + 1) / (degree + 1))).toBeCloseTo(1, 14);
      expect(calls).toBe(15);
    }
  });

  it.each([
    ['a smooth function', Math.exp, 0, 1, Math.E - 1],
    [
      'a peak of width 1/1000',
      (x: number) => 1 / (1 + (1000 * x - 300) ** 2),
      0,
      1,
      (Math.atan(700) + Math.atan(300)) / 1000,
    ],
    ['an infinite slope', Math.sqrt, 0, 1, 2 / 3],
    ['a pole that can be integrated', (x: number) => 1 / Math.sqrt(x), 0, 1, 2],
    ['a jump', (x: number) => (x < 1 / 3 ? 1 : 5), 0, 1, 1 / 3 + 10 / 3],
    ['an empty interval', Math.exp, 2, 2, 0],
    ['an interval backwards', Math.exp, 1, 0, 1 - Math.E],
  ])('meets %s', (_, f, from, to, expected) => {
    expect(Math.abs(integral(f, from, to) - expected)).toBeLessThan(1e-7 * Math.abs(expected) + 1e-15);
  });

  it('keeps its tolerance on a smooth function', () => {
    expect(Math.abs(integral(Math.cos, 0, 100) / Math.sin(100) - 1)).toBeLessThan(1e-11);
  });
});

describe('firstWhere', () => {
  it('finds the neighbouring double', () => {
    const root = firstWhere(x => x * x >= 2, 1, 2);
    expect(Math.abs(root - Math.SQRT2)).toBeLessThanOrEqual(2 ** -52);
    expect(root * root).toBeGreaterThanOrEqual(2);
  });

  it('finds a jump', () => {
    expect(firstWhere(x => x >= 0.3, 0, 1e9)).toBe(0.3);
  });

  it('finds what is near 0 to full relative precision', () => {
    expect(firstWhere(x => x >= 1e-200, 0, 1) / 1e-200).toBeCloseTo(1, 14);
  });
});

describe('matrixExponential', () => {
  it('solves the chain of two states', () => {
    const [a, b] = [0.3, 2];
    const chain = fromRows([
      [-a, a],
      [b, -b],
    ]);
    for (const t of [1e-9, 0.1, 1, 10, 1e4]) {
      const decay = Math.exp(-(a + b) * t);
      const { data } = matrixExponential(chain, t);
      const expected = [b + a * decay, a - a * decay, b - b * decay, a + b * decay].map(x => x / (a + b));
      for (let i = 0; i < 4; i++) expect(data[i] / expected[i]).toBeCloseTo(1, t > 1e-6 ? 10 : 6);
    }
  });

  it('gives the terms of the Poisson law for a chain of equal steps', () => {
    const { data } = matrixExponential(
      fromRows([
        [-2, 2, 0, 0],
        [0, -2, 2, 0],
        [0, 0, -2, 2],
        [0, 0, 0, -2],
      ]),
      3,
    );
    const expected = [1, 6, 18, 36].map(x => x * Math.exp(-6));
    for (let j = 0; j < 4; j++) expect(data[j] / expected[j]).toBeCloseTo(1, 13);
  });

  it('is the identity at time 0 and for a chain that stays', () => {
    const chain = fromRows([
      [-1, 1],
      [0, 0],
    ]);
    expect([...matrixExponential(chain, 0).data]).toEqual([1, 0, 0, 1]);
    expect([...matrixExponential(fromRows([[0]]), 5).data]).toEqual([1]);
  });
});
