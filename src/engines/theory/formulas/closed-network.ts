import { ParameterError } from '../../../distributions/contract.js';
import { type Domain, duration, durationOrNone, list, whole, wholeOrEndless } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { productForm } from './closed-product-form.js';

/** Lists by class of lists by station; times in seconds. */
export interface ClosedNetwork {
  readonly customers: readonly number[];
  /** Service time times visits. */
  readonly demands: readonly (readonly number[])[];
  /** Of each station; Infinity where nobody waits. */
  readonly servers: readonly number[];
  readonly thinkTimes: readonly number[];
}

const assumptions = [
  'a fixed number of customers of each class, who think between their rounds',
  'first come first served stations with exponential services, the same for all classes; or sharing, or last come first served with interruption, with any services',
  'routes that do not depend on the queues',
];
const sources: readonly Source[] = [
  { ref: 'buzen1973', at: 'convolution' },
  { ref: 'reiser1975', at: 'several classes' },
  { ref: 'baskett1975', at: 'product form' },
];
const parameters = {
  customers: list(whole(0, 10_000), 1, 8),
  demands: list(list(durationOrNone, 1, 50), 1, 8),
  thinkTimes: list(durationOrNone, 1, 8),
};

export const closedNetwork = formula({
  kendall: 'closed product-form network',
  name: 'customers who go round between stations for ever, by convolution',
  exactness: 'exact',
  assumptions,
  formula: 'G = f_1 * f_2 * ... over population vectors; X_r = G(N - e_r) / G(N)',
  breaks: 'Services of other laws at first come first served stations: use it as an approximation.',
  sources,
  parameters: { ...parameters, servers: list(wholeOrEndless(1, 1e6)) },
  solve: (network: ClosedNetwork) => {
    checkShapes(network);
    const { servers } = network;
    const { throughputs, numbers } = productForm({ ...network, stations: servers });
    return measured(network, throughputs, numbers);
  },
});

/** Of each station how many times as fast it works with 1, 2, ... customers as with one; the last goes on. */
export interface LoadDependentNetwork extends Omit<ClosedNetwork, 'servers'> {
  readonly speeds: readonly (readonly number[])[];
}

const speed: Domain = { kind: 'number', expected: 'a number from 1e-9 to 1e9', least: 1e-9, most: 1e9 };

export const loadDependentNetwork = formula({
  kendall: 'closed network, load-dependent',
  name: 'customers who go round for ever between stations whose pace depends on how many are there',
  exactness: 'exact',
  assumptions: [...assumptions, 'the pace of a station depends on the number there alone'],
  formula: 'f_i(n) ∝ Π D / Π speed_i(k), as a birth-death process; then convolution as for servers',
  breaks: 'Where one station is slowed by what is at another there is no product form.',
  sources,
  parameters: { ...parameters, speeds: list(list(speed, 1, 10_000)) },
  solve: ({ speeds, ...network }: LoadDependentNetwork) => {
    checkShapes({ ...network, servers: speeds.map(() => 1) });
    const stations = speeds.map(paces => (paces.every(pace => pace === 1) ? 1 : paces));
    const { throughputs, numbers } = productForm({ ...network, stations });
    return { throughputs, numbers, ...residencesOf(throughputs, numbers) };
  },
});

const mostSteps = 3000;

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
  ],
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
    for (let step = 0; step < mostSteps; step++) {
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
      if (Math.max(...moved) < 1e-12) return measured(network, throughputs, numbers);
    }
    throw new NotCovered(`it did not settle in ${mostSteps} steps`);
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

function residencesOf(throughputs: readonly number[], numbers: readonly (readonly number[])[]) {
  const residences = numbers.map((row, r) =>
    row.map(number => (throughputs[r] > 0 ? number / throughputs[r] : 0)),
  );
  return { residences, responses: residences.map(row => row.reduce((sum, residence) => sum + residence, 0)) };
}

function measured(
  { demands, servers }: ClosedNetwork,
  throughputs: readonly number[],
  numbers: readonly (readonly number[])[],
) {
  return {
    throughputs,
    numbers,
    ...residencesOf(throughputs, numbers),
    /** Mean busy fraction of a server; the load itself where nobody waits. */
    utilisations: demands.map((row, r) =>
      row.map((demand, i) => (demand * throughputs[r]) / (Number.isFinite(servers[i]) ? servers[i] : 1)),
    ),
  };
}
