import { describe, expect, it } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { models } from '../../../src/engines/theory/index.js';
import { singleServerTimes } from '../../../src/engines/theory/single-server-times.js';
import { problem } from './problems.js';

const matrixGeometric = models.find(({ kendall }) => kendall === 'MAP/PH/c')!;

describe('percentiles by inversion', () => {
  it.each<[string, DistributionSpec]>([
    ['exponential', { distribution: 'exponential', mean: 1 }],
    ['Erlang', { distribution: 'erlang', mean: 1, k: 4 }],
    ['hyperexponential', { distribution: 'hyperexponential', mean: 1, scv: 9 }],
  ])('agree with the matrix-geometric ones for %s services', (_, spec) => {
    for (const load of [0.3, 0.8, 0.99]) {
      const service = distributionOf(spec);
      const exact = matrixGeometric.solve(problem(load, 1, 1, { service }));
      const inverted = singleServerTimes(load, service);
      for (const p of [0.75, 0.9, 0.99, 0.999]) {
        const pairs = [
          [inverted?.wait.quantile(p), exact.wait?.quantile(p)],
          [inverted?.sojourn.quantile(p), exact.sojourn?.quantile(p)],
        ];
        for (const [a, b] of pairs) expect(Math.abs(a! / b! - 1)).toBeLessThan(1e-7);
      }
    }
  });

  it.each<[string, DistributionSpec]>([
    ['lognormal', { distribution: 'lognormal', mean: 0.02, scv: 4 }],
    ['gamma', { distribution: 'gamma', mean: 0.02, scv: 0.6 }],
    ['Weibull', { distribution: 'weibull', mean: 0.02, shape: 0.7 }],
  ])('have the mean of Pollaczek and Khinchine for %s services', (_, spec) => {
    const service = distributionOf(spec);
    const times = singleServerTimes(0.7 / service.mean, service)!;
    const meanWait = (0.7 * service.mean * (1 + service.scv)) / 0.6;
    let sum = 0;
    const steps = 400;
    // Simpson's rule in the logarithm of time, where the tails of all three are smooth.
    const [from, to] = [Math.log(1e-6 * service.mean), Math.log(3000 * service.mean)];
    for (let i = 0; i <= steps; i++) {
      const t = Math.exp(from + ((to - from) * i) / steps);
      sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * t * (1 - times.wait.cdf(t));
    }
    expect(Math.abs((sum * (to - from)) / (3 * steps) / meanWait - 1)).toBeLessThan(1e-4);
  });

  it('keep silent where the service law jumps', () => {
    expect(
      singleServerTimes(0.5, distributionOf({ distribution: 'deterministic', mean: 1 })),
    ).toBeUndefined();
  });
});
