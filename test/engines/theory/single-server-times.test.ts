import { describe, expect, it } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { models } from '../../../src/engines/theory/index.js';
import { singleServerTimes } from '../../../src/engines/theory/times/single-server.js';
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

  it('agree with those of M/D/1, term by term, by the renewal equation', () => {
    const exact = models.find(({ kendall }) => kendall === 'M/D/c')!;
    const service = distributionOf({ distribution: 'deterministic', value: 2 });
    for (const load of [0.2, 0.5, 0.8, 0.97]) {
      const [known, found] = [
        exact.solve(problem(load / 2, 2, 1, { service })),
        singleServerTimes(load / 2, service),
      ];
      for (const p of [0.9, 0.99, 0.999, 0.999_99]) {
        expect(Math.abs(found!.wait.quantile(p) / known.wait!.quantile(p) - 1)).toBeLessThan(1e-5);
        expect(Math.abs(found!.sojourn.quantile(p) / known.sojourn!.quantile(p) - 1)).toBeLessThan(1e-5);
      }
    }
  });

  it.each([0.3, 0.7, 0.95])(
    'of services that are nearly constant lie next to those of M/D/1, at load %d',
    load => {
      const constant = singleServerTimes(load, distributionOf({ distribution: 'deterministic', value: 1 }));
      const nearly = singleServerTimes(load, distributionOf({ distribution: 'gamma', mean: 1, scv: 1e-6 }));
      for (const p of [0.8, 0.99, 0.9999])
        expect(Math.abs(nearly!.sojourn.quantile(p) / constant!.sojourn.quantile(p) - 1)).toBeLessThan(1e-3);
    },
  );

  it('follow services of two sizes: those of 1 and 4 s stay no shorter, and half of the short ones find nobody', () => {
    const service = distributionOf({
      distribution: 'mixture',
      of: [
        { distribution: 'deterministic', value: 1 },
        { distribution: 'deterministic', value: 4 },
      ],
      probabilities: [0.5, 0.5],
    });
    const { sojourn } = singleServerTimes(0.2, service)!;
    expect(sojourn.cdf(1 - 1e-9)).toBeCloseTo(0, 6);
    expect(sojourn.cdf(1)).toBeCloseTo(0.25, 6);
    expect(sojourn.cdf(4) - sojourn.cdf(4 - 1e-9)).toBeCloseTo(0.25, 6);
  });

  it('keep silent where the law jumps at every one of many values', () => {
    const values = Array.from({ length: 2000 }, (_, i) => 1 + ((i * 7919) % 2000) / 1000);
    const service = distributionOf({ distribution: 'empirical', values });
    expect(singleServerTimes(0.2, service)).toBeUndefined();
  });
});
