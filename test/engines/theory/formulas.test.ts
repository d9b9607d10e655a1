import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentialOf } from '../../../src/distributions/families/exponential.js';
import { distributionOf } from '../../../src/distributions/index.js';
import { erlangB, erlangC } from '../../../src/engines/theory/erlang.js';
import { batchArrivals } from '../../../src/engines/theory/formulas/batch-arrivals.js';
import {
  batchArrivalsAtServers,
  batchArrivalsGeneral,
} from '../../../src/engines/theory/formulas/batch-arrivals-general.js';
import { closedBatches, openBatches } from '../../../src/engines/theory/formulas/batch-service.js';
import { geometricBatch, listedBatch } from '../../../src/engines/theory/formulas/batch-sizes.js';
import { saturatedLine } from '../../../src/engines/theory/formulas/blocking-line.js';
import { breakdowns } from '../../../src/engines/theory/formulas/breakdowns.js';
import { closedGeneral } from '../../../src/engines/theory/formulas/closed-general.js';
import { closedNetwork, loadDependentNetwork } from '../../../src/engines/theory/formulas/closed-network.js';
import { engset, finiteSource } from '../../../src/engines/theory/formulas/finite-source.js';
import { forkJoinPair } from '../../../src/engines/theory/formulas/fork-join.js';
import { impatientStation } from '../../../src/engines/theory/formulas/impatience.js';
import { loadDependentStation } from '../../../src/engines/theory/formulas/load-dependent.js';
import { openNetwork } from '../../../src/engines/theory/formulas/open-network.js';
import { waitByOrder } from '../../../src/engines/theory/formulas/orders.js';
import { preemptiveResample } from '../../../src/engines/theory/formulas/preemptive-repeat.js';
import {
  nonPreemptive,
  nonPreemptiveVariances,
  preemptiveResume,
  preemptiveServers,
} from '../../../src/engines/theory/formulas/priorities.js';
import { randomSplit, roundRobin } from '../../../src/engines/theory/formulas/private-queues.js';
import { busyPeriod, lastComeInterrupting } from '../../../src/engines/theory/formulas/processor-sharing.js';
import { constantRate } from '../../../src/engines/theory/formulas/rate-profile.js';
import { retrials } from '../../../src/engines/theory/formulas/retrials.js';
import { setUpServers } from '../../../src/engines/theory/formulas/set-up-servers.js';
import { shortestQueue } from '../../../src/engines/theory/formulas/shortest-queue.js';
import { sizeBased } from '../../../src/engines/theory/formulas/size-based.js';
import { transientStation } from '../../../src/engines/theory/formulas/transient.js';
import {
  unequalServers,
  unequalServersByChance,
} from '../../../src/engines/theory/formulas/unequal-servers.js';

const near = (a: number, b: number, relative = 1e-9) =>
  expect(Math.abs(a - b), `${a} against ${b}`).toBeLessThanOrEqual(relative * Math.abs(b) + 1e-300);

const load = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const few = fc.integer({ min: 1, max: 12 });
const meanWait = (servers: number, offered: number) => erlangC(servers, offered) / (servers - offered);

describe("Erlang's formulas", () => {
  it('satisfy the recursion B(c) = a B(c - 1) / (c + a B(c - 1))', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.integer({ min: 2, max: 600 }),
        (a, c) => {
          const before = erlangB(c - 1, a);
          fc.pre(before > 1e-250);
          near(erlangB(c, a), (a * before) / (c + a * before));
        },
      ),
      { seed: 1 },
    );
  });

  it('hold at a million servers', () => {
    near(erlangC(1_000_000, 999_900), 0.8803126126689403, 1e-8);
    expect(erlangB(1_000_000, 1)).toBe(0);
  });
});

describe('each model has the simpler one as its limit', () => {
  it('one class of customers has no priority', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0, max: 9, noNaN: true }), (rho, scv) => {
        const classes = [{ rate: rho, service: { mean: 1, scv } }];
        near(nonPreemptive.solve({ classes })[0], (rho * (1 + scv)) / 2 / (1 - rho));
        near(preemptiveResume.solve({ classes })[0], 1 + (rho * (1 + scv)) / 2 / (1 - rho));
      }),
      { seed: 2 },
    );
  });

  it('work is conserved among priorities of equal exponential services', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0.1, max: 0.9, noNaN: true }), few, (rho, share, c) => {
        const rates = [rho * c * share, rho * c * (1 - share)];
        const [first, second] = preemptiveServers.solve({ rates, meanService: 1, servers: c });
        near(first + second, rho * c + rho * c * meanWait(c, rho * c));
      }),
      { seed: 3 },
    );
  });

  it('endless patience is none', () => {
    fc.assert(
      fc.property(load, few, (rho, c) => {
        const patience = exponentialOf(1e12);
        const found = impatientStation.solve({ arrivalRate: rho * c, meanService: 1, servers: c, patience });
        near(found.meanWait, meanWait(c, rho * c), 1e-6);
        near(found.probabilityOfWait, erlangC(c, rho * c), 1e-6);
      }),
      { seed: 4, numRuns: 30 },
    );
  });

  it('impatience balances: what comes is served or gives up', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), few, (rho, c) => {
        const patience = exponentialOf(0.7);
        const found = impatientStation.solve({ arrivalRate: rho * c, meanService: 1, servers: c, patience });
        near(found.throughput + rho * c * found.probabilityOfAbandonment, rho * c, 1e-9);
        // Those who wait give up at rate 1 / 0.7 each.
        near(found.meanNumberInQueue / 0.7, rho * c * found.probabilityOfAbandonment, 1e-8);
      }),
      { seed: 5, numRuns: 30 },
    );
  });

  it('many sources that seldom ask are Poisson arrivals', () => {
    const source = { sources: 20_000, rate: 2.4 / 20_000, meanService: 1, servers: 3 };
    near(finiteSource.solve(source).meanWait, meanWait(3, 2.4), 4e-3);
    near(engset.solve(source).callCongestion, erlangB(3, 2.4), 2e-3);
  });

  it('retrials at once are waiting, servers that never fail are reliable', () => {
    const station = { arrivalRate: 1.6, meanService: 1, servers: 2 };
    near(retrials.solve({ ...station, retrialRate: 1e6 }).meanWait, meanWait(2, 1.6), 1e-4);
    near(
      breakdowns.solve({ ...station, failureRate: 1e-12, repairRate: 1 }).meanSojourn,
      1 + meanWait(2, 1.6),
      1e-9,
    );
    for (const { solve } of [unequalServers, unequalServersByChance]) {
      near(solve({ arrivalRate: 1.6, rates: [1, 1] }).meanSojourn, 1 + meanWait(2, 1.6));
      near(solve({ arrivalRate: 27, rates: Array(30).fill(1) }).meanSojourn, 1 + meanWait(30, 27));
    }
    const setUp = { ...station, meanSetUp: 1e-9 };
    near(setUpServers.solve({ ...setUp, meanDelayOff: 0 }).meanWait, meanWait(2, 1.6), 1e-7);
    near(setUpServers.solve({ ...setUp, meanSetUp: 3, meanDelayOff: 1e9 }).meanWait, meanWait(2, 1.6), 1e-7);
  });

  it('batches of one are customers', () => {
    fc.assert(
      fc.property(load, few, (rho, c) => {
        const found = batchArrivals.solve({
          batchRate: rho * c,
          sizes: listedBatch([[1, 1]]),
          meanService: 1,
          servers: c,
        });
        near(found.meanWait, meanWait(c, rho * c), 1e-8);
      }),
      { seed: 6, numRuns: 30 },
    );
    for (const sizes of [
      listedBatch([
        [1, 0.5],
        [4, 0.5],
      ]),
      geometricBatch(2.5),
    ]) {
      const batches = { batchRate: 0.3, sizes, meanService: 1, serviceScv: 1 };
      const exponential = batchArrivals.solve({ ...batches, servers: 1 });
      near(batchArrivalsGeneral.solve(batches).meanWait, exponential.meanWait);
      near(batchArrivalsGeneral.solve(batches).probabilityOfWait, exponential.probabilityOfWait);
      const constant = { ...batches, serviceScv: 0 };
      near(
        batchArrivalsAtServers.solve({ ...constant, servers: 1 }).meanWait,
        batchArrivalsGeneral.solve(constant).meanWait,
      );
    }
    const single = { arrivalRate: 0.7, meanService: 1, batch: 1 };
    near(openBatches.solve(single).meanSojourn, 1 / 0.3);
    near(closedBatches.solve({ ...single, servers: 1, minimum: 1 }).meanSojourn, 1 / 0.3);
    const three = { arrivalRate: 2.4, meanService: 1, batch: 1, servers: 3, minimum: 1 };
    near(closedBatches.solve(three).meanSojourn, 1 + meanWait(3, 2.4));
  });

  it('one queue is the shortest, one task needs no join', () => {
    const single = shortestQueue.solve({ arrivalRate: 0.7, meanService: 1, servers: 1, choices: 1 });
    near(single.meanSojourn, 1 / 0.3, 1e-8);
    // Looking at one queue of two is splitting at random.
    const random = shortestQueue.solve({ arrivalRate: 1, meanService: 1, servers: 2, choices: 1 });
    near(random.meanSojourn, 2, 1e-8);
    near(
      forkJoinPair.solve({ arrivalRate: 0.7, meanService: 1, tasks: 2 }).meanSojourn,
      ((12 - 0.7) / 8) * (1 / 0.3),
    );
  });

  it('exponential services know nothing of what was done: drawn anew they are resumed', () => {
    const services = { urgentService: exponentialOf(1), service: exponentialOf(2) };
    const { sojourns } = preemptiveResample.solve({ ...services, urgentRate: 0.3, rate: 0.2 });
    const resumed = preemptiveResume.solve({
      classes: [
        { rate: 0.3, service: { mean: 1, scv: 1 } },
        { rate: 0.2, service: { mean: 2, scv: 1 } },
      ],
    });
    near(sojourns[0], resumed[0]);
    near(sojourns[1], resumed[1], 1e-8);
  });

  it('a single station is a network', () => {
    const open = openNetwork.solve({ external: [0.8], routing: [[0.5]], meanServices: [0.5], servers: [1] });
    // Every customer passes twice on average: 1.6 a second through an M/M/1 of rate 2.
    near(open.meanNumberInSystem, 4);
    near(open.meanSojourn, 5);
  });

  it('a closed network of one station and thinking is a finite source', () => {
    const closed = closedNetwork.solve({ customers: [9], demands: [[1]], servers: [2], thinkTimes: [4] });
    const source = finiteSource.solve({ sources: 9, rate: 0.25, meanService: 1, servers: 2 });
    near(closed.throughputs[0], source.throughput);
    near(closed.numbers[0][0], source.meanNumberInSystem);
  });

  it('a closed network of exponential services has its product form, whatever else it could have', () => {
    const network = { demands: [1, 0.5, 2], servers: [1, 1, Number.POSITIVE_INFINITY] };
    const any = closedGeneral.solve({ ...network, customers: 7, scvs: [1, 1, 1], thinkTime: 3 });
    const { throughputs, numbers } = closedNetwork.solve({
      customers: [7],
      demands: [network.demands],
      servers: network.servers,
      thinkTimes: [3],
    });
    near(any.throughput, throughputs[0]);
    any.numbers.forEach((number, i) => {
      near(number, numbers[0][i]);
    });
  });

  it('a pace that grows with the number present is more servers', () => {
    const open = loadDependentStation.solve({
      arrivalRate: 2.4,
      meanService: 1,
      speeds: [1, 2, 3],
      servers: 3,
    });
    near(open.meanWait, meanWait(3, 2.4));
    near(open.meanService, 1);
    const demands = [
      [1, 2],
      [0.5, 1],
    ];
    const network = { customers: [4, 3], demands, thinkTimes: [1, 0] };
    const byServers = closedNetwork.solve({ ...network, servers: [3, 1] });
    const byPace = loadDependentNetwork.solve({ ...network, speeds: [[1, 2, 3], [1]] });
    byServers.numbers.flat().forEach((number, i) => {
      near(byPace.numbers.flat()[i], number);
    });
  });

  it('one class has the variance of one queue, one private queue is M/M/1, a busy period a sojourn', () => {
    const service = distributionOf({ distribution: 'gamma', mean: 1, scv: 0.7 });
    const { variances } = nonPreemptiveVariances.solve({ rates: [0.8], services: [service] });
    near(variances[0], waitByOrder.solve({ arrivalRate: 0.8, service }).varianceFirstCome);
    const single = { arrivalRate: 0.8, meanService: 1, servers: 1 };
    near(randomSplit.solve(single).meanWait, 4);
    near(roundRobin.solve(single).meanWait, 4);
    near(randomSplit.solve({ ...single, arrivalRate: 4, servers: 5 }).meanWait, 4);
    const busy = busyPeriod.solve({ arrivalRate: 0.8, service: exponentialOf(1) });
    const last = lastComeInterrupting.solve({ arrivalRate: 0.8, meanService: 1 });
    near(busy.meanBusyPeriod, last.meanSojourn);
    near(busy.varianceOfBusyPeriod, last.varianceOfSojourn);
  });

  it('in the long run transients are over', () => {
    const arrivals = constantRate(1.6);
    const found = transientStation.solve({ arrivals, meanService: 1, servers: 3, initial: 7, time: 400 });
    near(found.meanNumberInQueue, 1.6 * meanWait(3, 1.6), 1e-6);
    near(found.probabilityOfWait, erlangC(3, 1.6), 1e-6);
  });

  it('a line of two without room passes on 2/3 of a piece for each service', () => {
    near(saturatedLine.solve({ rates: [1, 1], buffers: [0] }).throughput, 2 / 3);
    near(saturatedLine.solve({ rates: [1, 1], buffers: [3] }).throughput, 5 / 6);
  });
});

describe('rules that look at sizes', () => {
  it('are ordered: shortest remaining is best, and none but it beats it', () => {
    for (const scv of [1, 3]) {
      const service = distributionOf({ distribution: 'hyperexponential', mean: 1, scv });
      const found = sizeBased.solve({ arrivalRate: 0.7, service });
      expect(found.shortestRemaining).toBeLessThan(found.preemptiveShortest);
      expect(found.preemptiveShortest).toBeLessThan(found.leastAttained);
      // Least attained service beats sharing (1 / (1 - ρ)) where the hazard falls, and equals it where it is constant.
      expect(found.leastAttained).toBeLessThan((1 / 0.3) * (1 + 1e-9));
    }
  });
});
