import { ParameterError } from '../../../distributions/contract.js';
import { duration, durationOrNone, list, whole, wholeOrEndless } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { convolved, populationsUpTo, type Scaled, stationFactor } from './populations.js';

/** Lists by class of lists by station; times in seconds. */
export interface ClosedNetwork {
  readonly customers: readonly number[];
  /** Service time times visits. */
  readonly demands: readonly (readonly number[])[];
  /** Of each station; Infinity where nobody waits. */
  readonly servers: readonly number[];
  readonly thinkTimes: readonly number[];
}

/** The convolution of all stations over that many pairs of populations is still a matter of seconds. */
const mostPairs = 20_000_000;

export const closedNetwork = formula({
  kendall: 'closed product-form network',
  name: 'customers who go round between stations for ever, by convolution',
  exactness: 'exact',
  assumptions: [
    'a fixed number of customers of each class, who think between their rounds',
    'first come first served stations with exponential services, the same for all classes; or sharing, or last come first served with interruption, with any services',
    'routes that do not depend on the queues',
  ],
  formula: 'G = f_1 * f_2 * ... over population vectors; X_r = G(N - e_r) / G(N)',
  breaks: 'Services of other laws at first come first served stations: use it as an approximation.',
  sources: [
    { ref: 'buzen1973', at: 'convolution' },
    { ref: 'reiser1975', at: 'several classes' },
    { ref: 'baskett1975', at: 'product form' },
  ],
  parameters: {
    customers: list(whole(0, 1000), 1, 8),
    demands: list(list(durationOrNone, 1, 50), 1, 8),
    servers: list(wholeOrEndless(1, 1e6)),
    thinkTimes: list(durationOrNone, 1, 8),
  },
  solve: (network: ClosedNetwork) => {
    const { customers, demands, servers, thinkTimes } = network;
    checkShapes(network);
    const size = customers.reduce((product, n) => product * (n + 1), 1);
    if (size ** 2 * servers.length > mostPairs) {
      throw new NotCovered(`${size} populations at ${servers.length} stations are too many to go through`);
    }
    const populations = populationsUpTo(customers);
    const factors = servers.map((count, i) =>
      stationFactor(
        populations,
        demands.map(row => row[i]),
        count,
      ),
    );
    const thinking = stationFactor(populations, thinkTimes, Number.POSITIVE_INFINITY);
    // What is before each station and what comes after, so that each can be left out once.
    const before: Scaled[] = [thinking];
    for (const factor of factors) before.push(convolved(populations, before[before.length - 1], factor));
    const last = size - 1;
    const total = populations.totals[last];
    const constant = before[factors.length];
    const throughputs = customers.map((n, r) => {
      if (n === 0) return 0;
      const less = last - populations.strides[r];
      return (
        (constant.values[less] / constant.values[last]) *
        Math.exp(constant.logs[total - 1] - constant.logs[total])
      );
    });
    const numbers = customers.map(() => servers.map(() => 0));
    let after: Scaled | undefined;
    for (let i = factors.length - 1; i >= 0; i--) {
      const factor = factors[i];
      const others = after ? convolved(populations, before[i], after) : before[i];
      for (let index = 0; index <= last; index++) {
        const here = populations.totals[index];
        const probability =
          ((factor.values[index] * others.values[last - index]) / constant.values[last]) *
          Math.exp(factor.logs[here] + others.logs[total - here] - constant.logs[total]);
        if (!(probability > 0)) continue;
        for (const [r, n] of populations.members[index].entries()) numbers[r][i] += n * probability;
      }
      after = after ? convolved(populations, after, factor) : factor;
    }
    return measured(network, throughputs, numbers);
  },
});

export const approximateMva = formula({
  kendall: 'closed network, approximate MVA',
  name: 'customers who go round between stations for ever, by Schweitzer and Bard',
  exactness: 'approximation',
  assumptions: [
    'as for the closed product-form network, one server at each station',
    'an arrival finds the queues that all show on average, less its own share',
  ],
  formula:
    'R_ri ≈ D_ri (1 + Q_i - Q_ri / N_r), X_r = N_r / (Z_r + Σ R_ri), Q_ri = X_r R_ri, until it settles',
  breaks: 'With few customers the throughput is off by some percent.',
  sources: [
    { ref: 'schweitzer1979', at: 'the approximation' },
    { ref: 'lazowska1984', at: 'section 6.4' },
  ] satisfies Source[],
  parameters: {
    customers: list(whole(1, 1e9), 1, 50),
    demands: list(list(duration, 1, 50), 1, 50),
    servers: list(whole(1, 1)),
    thinkTimes: list(durationOrNone, 1, 50),
  },
  solve: (network: ClosedNetwork) => {
    const { customers, demands, servers, thinkTimes } = network;
    checkShapes(network);
    let numbers = demands.map((row, r) => row.map(() => customers[r] / servers.length));
    let throughputs: number[] = [];
    for (let step = 0; step < 10_000; step++) {
      const queues = servers.map((_, i) => numbers.reduce((sum, row) => sum + row[i], 0));
      const residences = demands.map((row, r) =>
        row.map((demand, i) => demand * (1 + Math.max(0, queues[i] - numbers[r][i] / customers[r]))),
      );
      throughputs = residences.map(
        (row, r) => customers[r] / (thinkTimes[r] + row.reduce((sum, time) => sum + time, 0)),
      );
      const next = residences.map((row, r) => row.map(time => time * throughputs[r]));
      const moved = next.flatMap((row, r) => row.map((n, i) => Math.abs(n - numbers[r][i]) / customers[r]));
      numbers = next;
      if (Math.max(...moved) < 1e-12) break;
    }
    return measured(network, throughputs, numbers);
  },
});

function checkShapes({ customers, demands, servers, thinkTimes }: ClosedNetwork): void {
  if (demands.length !== customers.length || demands.some(row => row.length !== servers.length)) {
    throw new ParameterError(
      'demands',
      `${demands.length} rows`,
      'a row for each class with a number for each station',
    );
  }
  if (thinkTimes.length !== customers.length) {
    throw new ParameterError('thinkTimes', `${thinkTimes.length} values`, 'one for each class');
  }
  customers.forEach((n, r) => {
    if (n === 0 || thinkTimes[r] > 0 || demands[r].some(demand => demand > 0)) return;
    throw new ParameterError(`demands[${r}]`, 0, 'a demand or a think time above 0');
  });
}

function measured(
  { demands, servers }: ClosedNetwork,
  throughputs: readonly number[],
  numbers: readonly (readonly number[])[],
) {
  const residences = numbers.map((row, r) =>
    row.map(number => (throughputs[r] > 0 ? number / throughputs[r] : 0)),
  );
  return {
    throughputs,
    numbers,
    residences,
    responses: residences.map(row => row.reduce((sum, residence) => sum + residence, 0)),
    /** Mean busy fraction of a server; the load itself where nobody waits. */
    utilisations: demands.map((row, r) =>
      row.map((demand, i) => (demand * throughputs[r]) / (Number.isFinite(servers[i]) ? servers[i] : 1)),
    ),
  };
}
