import { describe, expect, test } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { erlangC } from '../../../src/engines/theory/erlang.js';
import { closedBatches, openBatches } from '../../../src/engines/theory/formulas/batch-service.js';
import { breakdowns } from '../../../src/engines/theory/formulas/breakdowns.js';
import { forkJoinPair } from '../../../src/engines/theory/formulas/fork-join.js';
import { waitByOrder } from '../../../src/engines/theory/formulas/orders.js';
import { retrials } from '../../../src/engines/theory/formulas/retrials.js';
import { complexTransform } from '../../../src/engines/theory/laws/complex-transform.js';
import type { TimeDistribution } from '../../../src/engines/theory/model.js';
import { sojournTail } from '../../../src/engines/theory/models/mmc.js';
import { timeFrom } from '../../../src/engines/theory/times/from-transform.js';
import { timeInChain } from '../../../src/engines/theory/times/in-chain.js';
import { interruptedSojourn } from '../../../src/engines/theory/times/interrupted.js';
import { lastComeSojourn } from '../../../src/engines/theory/times/last-come.js';
import { interruptedSojournOf } from '../../../src/engines/theory/times/priorities.js';
import { randomOrderTimes } from '../../../src/engines/theory/times/random-order.js';
import { meanOf, secondMomentOf } from './moments-of-law.js';

const source = { ref: 'neuts1981', at: '' } as const;
const exponential = distributionOf({ distribution: 'exponential', mean: 1 });

describe('a way through a Markov chain', () => {
  test('of one state is exponential, however far out', () => {
    const time = timeInChain({
      ...{ begins: Float64Array.of(1), rate: 4, mean: 0.5, source },
      event: (before, after) => {
        after[0] += before[0] / 2;
      },
    });
    for (const t of [0.1, 1, 3]) expect(1 - time!.cdf(t)).toBeCloseTo(Math.exp(-2 * t), 12);
    expect(time!.quantile(0.999_999)).toBeCloseTo(Math.log(1e6) / 2, 6);
  });

  test('of two states after one another is that of Erlang, who has left at once being a part of it', () => {
    const time = timeInChain({
      ...{ begins: Float64Array.of(0.5, 0), rate: 1, mean: 1, source },
      event: (before, after) => {
        after[1] += before[0];
      },
    });
    for (const t of [0, 0.5, 2, 8]) expect(1 - time!.cdf(t)).toBeCloseTo(0.5 * Math.exp(-t) * (1 + t), 12);
  });

  test('that comes to no end within the work allowed says nothing', () => {
    const begins = new Float64Array(20_000).fill(5e-5);
    const event = (before: Float64Array, after: Float64Array) => after.set(before.subarray(1));
    expect(timeInChain({ begins, rate: 1, event, mean: 1, source })).toBeUndefined();
  });
});

describe('services that are interrupted at several servers', () => {
  const of = (servers: number, urgentRate: number, ownRate: number) => {
    const [above, upTo] = [urgentRate, urgentRate + ownRate].map(
      load => load + (erlangC(servers, load) * load) / (servers - load),
    );
    const meanSojourn = (upTo - above) / ownRate;
    const rates = { urgentRate, ownRate };
    const law = interruptedSojourn({ ...rates, meanService: 1, servers, meanSojourn, source });
    return { law: law as TimeDistribution, meanSojourn };
  };

  test('the most urgent know of nobody else: M/M/c', () => {
    const { law } = of(3, 0, 2.4);
    for (const t of [0.1, 1, 4, 12])
      expect(1 - law.cdf(t)).toBeCloseTo(sojournTail(t, erlangC(3, 2.4), 1, 0.6), 10);
  });

  test('at one server they are the sojourns that transforms give', () => {
    const { law, meanSojourn } = of(1, 0.4, 0.3);
    const service = complexTransform(exponential)!;
    const levels = [0.4, 0.3].map(rate => ({ rate, meanService: 1, service }));
    const sojourn = timeFrom(interruptedSojournOf(levels, 1, service), {
      ...{ mean: meanSojourn, atOnce: 0, source },
    });
    for (const t of [0.1, 1, 5, 30]) expect(law.cdf(t)).toBeCloseTo(sojourn!.cdf(t), 8);
  });

  test.each([
    [2, 1, 0.7],
    [5, 2, 2.5],
    [200, 100, 90],
  ])('at %d servers the law has the mean of the formula', (servers, urgent, own) => {
    const { law, meanSojourn } = of(servers, urgent, own);
    expect(meanOf(law, 200) / meanSojourn).toBeCloseTo(1, 6);
  });
});

describe('the next drawn by chance from those who wait', () => {
  test('at one server: mean and variance are those of the formula', () => {
    const station = { arrivalRate: 0.7, service: exponential };
    const { meanWait, varianceRandom } = waitByOrder.solve(station);
    const { wait, sojourn } = randomOrderTimes({
      ...{ arrivalRate: 0.7, meanService: 1, servers: 1, probabilityOfWait: 0.7, meanWait },
    });
    expect(meanOf(wait!, 300) / meanWait).toBeCloseTo(1, 6);
    expect((secondMomentOf(wait!, 300) - meanWait ** 2) / varianceRandom).toBeCloseTo(1, 4);
    expect(meanOf(sojourn!, 300) / (meanWait + 1)).toBeCloseTo(1, 6);
  });

  test('at several: as long as in order on average, shorter for most and longer for few', () => {
    const [waits, servers] = [erlangC(3, 2.4), 3];
    const meanWait = waits / 0.6;
    const { wait } = randomOrderTimes({
      ...{ arrivalRate: 2.4, meanService: 1, servers, probabilityOfWait: waits, meanWait },
    });
    expect(meanOf(wait!, 300) / meanWait).toBeCloseTo(1, 6);
    const inOrder = (t: number) => 1 - waits * Math.exp(-0.6 * t);
    expect(wait!.cdf(0)).toBeCloseTo(inOrder(0), 10);
    expect(wait!.cdf(0.5)).toBeGreaterThan(inOrder(0.5));
    expect(wait!.cdf(12)).toBeLessThan(inOrder(12));
  });
});

test('last come first at several servers: the sojourn is a service longer than the wait', () => {
  const waits = erlangC(3, 2.4);
  const sojourn = lastComeSojourn({ arrivalRate: 2.4, meanService: 1, servers: 3 }, waits);
  expect(meanOf(sojourn!, 400) / (waits / 0.6 + 1)).toBeCloseTo(1, 5);
});

describe('batches of customers served together', () => {
  const station = { arrivalRate: 3, meanService: 1 };

  test('that can be joined: whoever waits, waits an exponential time', () => {
    const { wait, sojourn, meanWait, meanSojourn } = openBatches.solve({ ...station, batch: 4 });
    expect(meanOf(wait, 60) / meanWait).toBeCloseTo(1, 6);
    expect(meanOf(sojourn, 60) / meanSojourn).toBeCloseTo(1, 6);
  });

  test('of one customer at most are M/M/c', () => {
    const { wait, sojourn } = closedBatches.solve({ ...station, servers: 4, minimum: 1, batch: 1 });
    const waits = erlangC(4, 3);
    for (const t of [0, 0.3, 2, 9]) {
      expect(1 - wait!.cdf(t)).toBeCloseTo(waits * Math.exp(-t), 10);
      expect(1 - sojourn!.cdf(t)).toBeCloseTo(sojournTail(t, waits, 1, 1), 10);
    }
  });

  test.each([
    [1, 2, 5],
    [2, 2, 3],
    [3, 4, 4],
    [2, 6, 8],
  ])(
    'closed by %d servers that wait for %d and take up to %d: the laws have the means',
    (servers, minimum, batch) => {
      const found = closedBatches.solve({ ...station, servers, minimum, batch });
      expect(1 - found.wait!.cdf(0)).toBeCloseTo(found.probabilityOfWait, 10);
      expect(meanOf(found.wait!, 60) / found.meanWait).toBeCloseTo(1, 6);
      expect(meanOf(found.sojourn!, 60) / found.meanSojourn).toBeCloseTo(1, 6);
    },
  );
});

describe('several servers that fail', () => {
  test('next to never are M/M/c', () => {
    const { sojourn } = breakdowns.solve({
      ...{ arrivalRate: 2.4, meanService: 1, servers: 3, failureRate: 1e-13, repairRate: 1 },
    });
    for (const t of [0.1, 1, 4, 12])
      expect(1 - sojourn!.cdf(t)).toBeCloseTo(sojournTail(t, erlangC(3, 2.4), 1, 0.6), 9);
  });

  test.each([
    [2, 0.1, 0.5],
    [4, 0.02, 0.05],
  ])(
    '%d of them: the law has the mean that the chain of customers and repairs has',
    (servers, failureRate, repairRate) => {
      const { sojourn, meanSojourn } = breakdowns.solve({
        ...{ arrivalRate: 0.5 * servers, meanService: 1, servers, failureRate, repairRate },
      });
      expect(meanOf(sojourn!, 3000) / meanSojourn).toBeCloseTo(1, 5);
    },
  );
});

describe('customers who try again', () => {
  test.each([
    [1, 0.5, 1],
    [3, 2, 0.5],
    [5, 2.5, 1],
  ])('%d servers: the laws have the means of the formula', (servers, arrivalRate, retrialRate) => {
    const found = retrials.solve({ arrivalRate, meanService: 1, servers, retrialRate });
    expect(1 - found.wait!.cdf(0)).toBeCloseTo(found.probabilityOfBlocking, 10);
    expect(meanOf(found.wait!, 400) / found.meanWait).toBeCloseTo(1, 5);
    expect(meanOf(found.sojourn!, 400) / found.meanSojourn).toBeCloseTo(1, 5);
  });
});

describe('a job that is done when both of its tasks are', () => {
  test.each([0.1, 0.5, 0.8])(
    'at load %d the law has the exact mean, (12 - ρ) / 8 sojourns of a task',
    load => {
      const { sojourn, meanSojourn } = forkJoinPair.solve({ arrivalRate: load, meanService: 1, tasks: 2 });
      expect(meanOf(sojourn!, 40 / (1 - load)) / meanSojourn).toBeCloseTo(1, 6);
    },
  );

  test('it is done later than one task, and with no more chance than two have together', () => {
    const { sojourn } = forkJoinPair.solve({ arrivalRate: 0.7, meanService: 1, tasks: 2 });
    for (const t of [0.1, 1, 5, 20]) {
      const one = Math.exp(-0.3 * t);
      expect(1 - sojourn!.cdf(t)).toBeGreaterThan(one);
      // Tasks that came together are late together: less than two independent ones would be late.
      expect(1 - sojourn!.cdf(t)).toBeLessThan(1 - (1 - one) ** 2);
    }
  });

  test('next to saturation nothing is said of percentiles', () => {
    expect(forkJoinPair.solve({ arrivalRate: 0.95, meanService: 1, tasks: 2 })).not.toHaveProperty('sojourn');
  });
});
