import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { batchArrivals } from '../../../src/engines/theory/formulas/batch-arrivals.js';
import { batchArrivalsGeneral } from '../../../src/engines/theory/formulas/batch-arrivals-general.js';
import {
  type BatchSizes,
  geometricBatch,
  listedBatch,
} from '../../../src/engines/theory/formulas/batch-sizes.js';
import { breakdowns, breakdownsWhileServing } from '../../../src/engines/theory/formulas/breakdowns.js';
import { waitByOrder } from '../../../src/engines/theory/formulas/orders.js';
import { complexTransform } from '../../../src/engines/theory/laws/complex-transform.js';
import type { TimeDistribution } from '../../../src/engines/theory/model.js';
import { fromBacklog } from '../../../src/engines/theory/recovery.js';
import { batchTimes } from '../../../src/engines/theory/times/batches.js';
import { interruptedByAll, lastComeTimes } from '../../../src/engines/theory/times/last-come.js';
import { repairedSojourn } from '../../../src/engines/theory/times/repaired.js';
import { sharedSojourn } from '../../../src/engines/theory/times/sharing.js';
import { meanOf, secondMomentOf } from './moments-of-law.js';

const law = (spec: DistributionSpec) => distributionOf(spec);
const exponential = law({ distribution: 'exponential', mean: 1 });
const erlang = law({ distribution: 'erlang', mean: 1, k: 2 });
const hyperexponential = law({ distribution: 'hyperexponential', mean: 1, scv: 3 });
const source = { ref: 'tijms2003', at: '' } as const;

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

describe('last come first', () => {
  test('exponential services wait for a busy period', () => {
    const { time } = fromBacklog({ arrivalRate: 0.6, meanService: 1, servers: 1 }, 1);
    const { wait } = lastComeTimes(0.6, exponential);
    const own = complexTransform(exponential);
    const interrupted = interruptedByAll(0.6, own!, exponential, 2.5);
    for (const t of [0.1, 1, 5, 20]) {
      expect(wait!.cdf(t)).toBeCloseTo(0.4 + 0.6 * time.cdf(t), 7);
      expect(interrupted!.cdf(t)).toBeCloseTo(time.cdf(t), 7);
    }
  });

  test.each([erlang, hyperexponential])('mean and variance are those of the formula ($kendall)', service => {
    const { meanWait, varianceLastCome } = waitByOrder.solve({ arrivalRate: 0.5, service });
    const { wait } = lastComeTimes(0.5, service);
    expect(meanOf(wait!, 400) / meanWait).toBeCloseTo(1, 4);
    expect((secondMomentOf(wait!, 400) - meanWait ** 2) / varianceLastCome).toBeCloseTo(1, 3);
  });
});

describe('a server shared by all who are there', () => {
  test.each([0.2, 0.7, 0.9])(
    'at load %d: mean 1 / (μ - λ), and the variance of Coffman, Muntz and Trotter',
    load => {
      const sojourn = sharedSojourn(load, 1) as TimeDistribution;
      const mean = 1 / (1 - load);
      const end = 60 * mean;
      expect(meanOf(sojourn, end) / mean).toBeCloseTo(1, 4);
      // Var T = (2 + ρ) / ((2 - ρ) (1 - ρ)²), of services of 1 s.
      const variance = (2 + load) / ((2 - load) * (1 - load) ** 2);
      expect((secondMomentOf(sojourn, end) - mean ** 2) / variance).toBeCloseTo(1, 2);
    },
  );
});
