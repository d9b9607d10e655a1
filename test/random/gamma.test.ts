import { describe, expect, it } from 'vitest';
import { gammaP } from '../../src/numerics/incomplete-gamma.js';
import { gamma, streamFor } from '../../src/random/index.js';
import { kolmogorovDistance, kolmogorovLimit, standardErrors } from './agreement.js';

const size = 200_000;

describe.each([0.05, 0.5, 0.999, 1, 1.5, 20, 1e4])('gamma numbers of shape %d', shape => {
  const stream = streamFor(3, `gamma/${shape}`);
  const sample = Float64Array.from({ length: size }, () => gamma(shape, stream));

  it('have the regularised incomplete gamma function for their cdf', () => {
    expect(kolmogorovDistance(sample, x => gammaP(shape, x))).toBeLessThan(kolmogorovLimit(size));
  });

  it('have the moments shape and shape (shape + 1)', () => {
    expect(Math.abs(standardErrors(sample, shape))).toBeLessThan(4);
    const squares = sample.map(x => x * x);
    expect(Math.abs(standardErrors(squares, shape * (shape + 1)))).toBeLessThan(4);
  });
});
