import { ParameterError } from '../../../distributions/contract.js';
import { durationOrNone, list, scv, whole, wholeOrEndless } from '../domain.js';
import { formula } from '../formula.js';
import { productForm } from './closed-product-form.js';

/** One class; lists by station, times in seconds. */
export interface ClosedGeneral {
  readonly customers: number;
  /** Service time times visits. */
  readonly demands: readonly number[];
  /** Of the service times; 1 where their law does not matter. */
  readonly scvs: readonly number[];
  /** 1, or Infinity where nobody waits. */
  readonly servers: readonly number[];
  readonly thinkTime: number;
}

export const closedGeneral = formula({
  kendall: 'closed network, services of any law',
  name: 'customers of one class who go round for ever, first come first served by services of any law',
  exactness: 'approximation',
  assumptions: [
    'a fixed number of customers of one class, who think for times of any law between their rounds',
    'one server at each station, or one for everybody',
    'an arrival finds what one customer fewer would see, and the service under way at a random moment of it',
  ],
  formula:
    'halfway between the product form of exponential services and X = n / (Z + Σ R_i) with R_i(n) = D_i (1 + Q_i(n - 1) + U_i(n - 1) (cs_i² - 1) / 2)',
  breaks: 'Where nothing is left to chance, neither thinking nor services, nobody may ever wait.',
  sources: [{ ref: 'reiser1979', at: 'stations with general services' }],
  parameters: {
    customers: whole(1, 10_000),
    demands: list(durationOrNone),
    scvs: list(scv),
    servers: list(wholeOrEndless(1, 1)),
    thinkTime: durationOrNone,
  },
  solve: ({ customers, demands, scvs, servers, thinkTime }: ClosedGeneral) => {
    if (scvs.length !== demands.length)
      throw new ParameterError('scvs', `${scvs.length} values`, 'one for each demand');
    if (servers.length !== demands.length)
      throw new ParameterError('servers', `${servers.length} values`, 'one for each demand');
    if (thinkTime + sumOf(demands) === 0) throw new ParameterError('demands', 0, 'one above 0');
    const shape = { customers: [customers], demands: [demands], thinkTimes: [thinkTime] };
    const exponential = productForm({ ...shape, stations: servers });
    const residual = byResidualServices({ customers, demands, scvs, servers, thinkTime });
    const throughputs = [exponential.throughputs[0], residual.throughput];
    const throughput = sumOf(throughputs) / 2;
    return {
      throughput,
      numbers: demands.map((_, i) => (exponential.numbers[0][i] + residual.numbers[i]) / 2),
      response: customers / throughput - thinkTime,
      least: Math.min(...throughputs),
      most: Math.max(...throughputs),
    };
  },
});

function byResidualServices({ customers, demands, scvs, servers, thinkTime }: ClosedGeneral) {
  const waiting = demands.map((demand, i) => (servers[i] === 1 ? demand : 0));
  const slowest = waiting.indexOf(Math.max(...waiting));
  let numbers = demands.map(() => 0);
  let throughput = 0;
  for (let n = 1; n <= customers; n++) {
    const residences = demands.map((demand, i) =>
      servers[i] === 1 ? demand * (1 + numbers[i] + (throughput * demand * (scvs[i] - 1)) / 2) : demand,
    );
    const free = n / (thinkTime + sumOf(residences));
    throughput = Math.min(free, 1 / waiting[slowest]);
    numbers = residences.map(residence => throughput * residence);
    // What the slowest station cannot serve waits there.
    if (throughput < free) numbers[slowest] += n - throughput * thinkTime - sumOf(numbers);
  }
  return { throughput, numbers };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
