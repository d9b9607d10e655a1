import { describe, expect, it } from 'vitest';
import { studentFactor, studentTwoSided } from '../../src/statistics/student.js';

describe("Student's t", () => {
  // Two-sided critical values from the table in Abramowitz and Stegun, 26.10.
  it.each([
    [0.95, 1, 12.7062],
    [0.95, 2, 4.30265],
    [0.95, 15, 2.13145],
    [0.99, 15, 2.94671],
    [0.9, 5, 2.01505],
    [0.95, 120, 1.97993],
  ])('has the factor of the tables at %f with %i degrees', (confidence, degrees, factor) => {
    expect(Math.abs(studentFactor(confidence, degrees) - factor)).toBeLessThan(6e-6 * factor);
  });

  it('is the inverse of the two-sided probability', () => {
    for (const degrees of [1, 2, 3, 4, 15, 30, 255]) {
      for (const confidence of [0.5, 0.9, 0.95, 0.999]) {
        expect(studentTwoSided(studentFactor(confidence, degrees), degrees)).toBeCloseTo(confidence, 12);
      }
    }
  });

  it('is Cauchy for one degree of freedom: P(|T| <= 1) = 1/2', () => {
    expect(studentTwoSided(1, 1)).toBeCloseTo(0.5, 14);
  });

  it.each([
    [0, 5],
    [1, 5],
    [0.95, 0],
    [0.95, 2.5],
  ])('refuses confidence %f with %f degrees', (confidence, degrees) => {
    expect(() => studentFactor(confidence, degrees)).toThrow(RangeError);
  });
});
