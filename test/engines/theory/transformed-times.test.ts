import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { batchTimes } from '../../../src/engines/theory/batch-times.js';
import { batchArrivals } from '../../../src/engines/theory/formulas/batch-arrivals.js';
import { batchArrivalsGeneral } from '../../../src/engines/theory/formulas/batch-arrivals-general.js';
import {
  type BatchSizes,
  geometricBatch,
  listedBatch,
} from '../../../src/engines/theory/formulas/batch-sizes.js';
import { breakdowns, breakdownsWhileServing } from '../../../src/engines/theory/formulas/breakdowns.js';
import type { TimeDistribution } from '../../../src/engines/theory/model.js';
import { repairedSojourn } from '../../../src/engines/theory/repaired-times.js';

const law = (spec: DistributionSpec) => distributionOf(spec);
const exponential = law({ distribution: 'exponential', mean: 1 });
const erlang = law({ distribution: 'erlang', mean: 1, k: 2 });
const hyperexponential = law({ distribution: 'hyperexponential', mean: 1, scv: 3 });
const source = { ref: 'tijms2003', at: '' } as const;

/** By Simpson's rule, to a time beyond which next to nothing is left. */
function meanOf({ cdf }: TimeDistribution, end: number): number {
  const steps = 4000;
  const step = end / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++)
    sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * (1 - cdf(Math.max(i * step, 1e-9)));
  return (sum * step) / 3;
}

describe('a server that fails', () => {
  test('next to never is that of M/M/1: P(T > t) = exp(-(μ - λ) t)', () => {
    for (const whileServing of [false, true]) {
      const server = { arrivalRate: 0.6, service: exponential, failureRate: 1e-12, repair: exponential };
      const sojourn = repairedSojourn({ ...server, whileServing }, 2.5);
      for (const t of [0.1, 1, 5, 10]) expect(1 - sojourn!.cdf(t)).toBeCloseTo(Math.exp(-0.4 * t), 8);
    }
  });

  test.each([erlang, hyperexponential])(
    'while it serves: the law has the mean of the formula ($kendall)',
    service => {
      const repair = law({ distribution: 'hyperexponential', mean: 2, scv: 2 });
      const found = breakdownsWhileServing.solve({ arrivalRate: 0.4, service, failureRate: 0.1, repair });
      expect(meanOf(found.sojourn!, 300) / found.meanSojourn).toBeCloseTo(1, 5);
    },
  );

  test('at any time: the law has the mean that the chain of customers and repairs has', () => {
    const found = breakdowns.solve({
      ...{ arrivalRate: 0.4, meanService: 1, servers: 1, failureRate: 0.1, repairRate: 0.5 },
    });
    expect(meanOf(found.sojourn!, 200) / found.meanSojourn).toBeCloseTo(1, 6);
  });

  test('of repairs that have no transform in closed form nothing more is said than the means', () => {
    const repair = law({ distribution: 'lognormal', mean: 2, scv: 2 });
    const found = breakdownsWhileServing.solve({
      ...{ arrivalRate: 0.4, service: exponential, failureRate: 0.1, repair },
    });
    expect(found.sojourn).toBeUndefined();
    expect(found.meanSojourn).toBeGreaterThan(1);
  });
});

describe('batches', () => {
  const sizes: readonly (readonly [string, BatchSizes])[] = [
    ['of three', listedBatch([[3, 1]])],
    [
      'of one or five',
      listedBatch([
        [1, 0.5],
        [5, 0.5],
      ]),
    ],
    ['of geometric sizes', geometricBatch(3)],
  ];
  const of = (size: BatchSizes) => ({ batchRate: 0.6 / size.mean, sizes: size, meanService: 1 });

  test.each(sizes)('%s: exponential services as by the chain of customers', (_, size) => {
    const chain = batchArrivals.solve({ ...of(size), servers: 1 });
    const laws = batchTimes({ ...of(size), ...chain, service: exponential }, source);
    for (const t of [0, 0.2, 1, 5, 20]) {
      expect(laws.wait!.cdf(t)).toBeCloseTo(chain.wait.cdf(t), 7);
      expect(laws.sojourn!.cdf(t)).toBeCloseTo(chain.sojourn.cdf(t), 7);
    }
  });

  test.each(sizes)('%s: the laws have the means of the formula', (_, size) => {
    for (const service of [erlang, hyperexponential]) {
      const means = batchArrivalsGeneral.solve({ ...of(size), serviceScv: service.scv });
      const laws = batchTimes({ ...of(size), ...means, service }, source);
      expect(meanOf(laws.wait!, 300) / means.meanWait).toBeCloseTo(1, 4);
      expect(meanOf(laws.sojourn!, 300) / means.meanSojourn).toBeCloseTo(1, 4);
      expect(1 - laws.wait!.cdf(0)).toBeCloseTo(means.probabilityOfWait, 12);
    }
  });
});
