import { ParameterError } from '../../../distributions/contract.js';
import { matrix, solve, transpose } from '../../../numerics/matrix.js';
import {
  chance,
  checkStable,
  duration,
  durationOrNone,
  list,
  rate,
  rateOrNone,
  wholeOrEndless,
} from '../domain.js';
import { erlangC } from '../erlang.js';
import { formula } from '../formula.js';

export interface OpenNetwork {
  /** Arrivals from outside to each station, per second. */
  readonly external: readonly number[];
  /** Probabilities from station to station; what is missing to 1 leaves. */
  readonly routing: readonly (readonly number[])[];
  readonly meanServices: readonly number[];
  /** Infinity where nobody waits. */
  readonly servers: readonly number[];
}

export const openNetwork = formula({
  kendall: 'Jackson network',
  name: 'open network of exponential stations with random routes',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals from outside',
    'independent exponential service times, of one mean at each station',
    'first come first served, or any order that looks at no service time',
    'the next station is drawn at random, whatever the queues',
    'unlimited queues',
  ],
  formula: 'flows λ = a + λ P; each station is an M/M/c of its own',
  breaks: 'Services of other laws: exact only where they are shared or interrupted; else an approximation.',
  sources: [{ ref: 'jackson1957', at: 'the theorem' }],
  parameters: {
    external: list(rateOrNone),
    routing: list(list(chance)),
    meanServices: list(duration),
    servers: list(wholeOrEndless(1, 1e6)),
  },
  solve: ({ external, routing, meanServices, servers }: OpenNetwork) => {
    const rates = flowsOf(external, routing);
    const stations = external.length;
    if (meanServices.length !== stations || servers.length !== stations) {
      throw new ParameterError('servers', `${servers.length} values`, `one for each of ${stations} stations`);
    }
    const loads = rates.map((flow, i) => flow * meanServices[i]);
    const numbers = loads.map((load, i) => {
      const c = servers[i];
      if (!Number.isFinite(c) || load === 0) return load;
      checkStable(load / c);
      return load + (erlangC(c, load) * load) / (c - load);
    });
    const throughput = external.reduce((sum, flow) => sum + flow, 0);
    const meanNumberInSystem = numbers.reduce((sum, number) => sum + number, 0);
    return {
      rates,
      /** Mean busy fraction of a server; the load itself where nobody waits. */
      utilisations: loads.map((load, i) => (Number.isFinite(servers[i]) ? load / servers[i] : load)),
      numbers,
      sojourns: numbers.map((number, i) => (rates[i] > 0 ? number / rates[i] : meanServices[i])),
      meanNumberInSystem,
      meanSojourn: meanNumberInSystem / throughput,
      throughput,
    };
  },
});

/**
 * The traffic equations λ = a + λ P.
 * @throws ParameterError where a row sums to more than 1, or customers can never leave.
 */
export function flowsOf(external: readonly number[], routing: readonly (readonly number[])[]): number[] {
  const n = external.length;
  if (routing.length !== n || routing.some(row => row.length !== n)) {
    throw new ParameterError('routing', `${routing.length} rows`, `${n} rows of ${n}`);
  }
  routing.forEach((row, i) => {
    const sum = row.reduce((total, share) => total + share, 0);
    if (sum > 1 + 1e-9) throw new ParameterError(`routing[${i}]`, sum, 'a row that sums to at most 1');
  });
  if (!external.some(flow => flow > 0)) throw new ParameterError('external', 0, 'a rate above 0 somewhere');
  if (!canLeave(routing)) {
    throw new ParameterError('routing', 'a closed circle', 'a way out from every station');
  }
  const system = transpose(matrix(n, n, (i, j) => Number(i === j) - routing[i][j]));
  return [
    ...solve(
      system,
      matrix(n, 1, i => external[i]),
    ).data,
  ].map(flow => Math.max(0, flow));
}

function canLeave(routing: readonly (readonly number[])[]): boolean {
  const leaving = new Set(
    routing.flatMap((row, i) => (row.reduce((sum, share) => sum + share, 0) < 1 - 1e-9 ? [i] : [])),
  );
  for (const to of leaving) {
    for (const [from, row] of routing.entries()) if (row[to] > 0) leaving.add(from);
  }
  return leaving.size === routing.length;
}

export interface OpenClasses {
  readonly rates: readonly number[];
  /** Lists by class of lists by station: seconds of work that each job brings there. */
  readonly demands: readonly (readonly number[])[];
}

export const openClasses = formula({
  kendall: 'open product-form network',
  name: 'classes of customers with demands at single-server stations',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of each class',
    'one server at each station; shared, or last come first served with interruption, or exponential services the same for all classes',
    'routes that do not depend on the queues',
  ],
  formula: 'a customer of class r spends D_ri / (1 - U_i) at station i',
  breaks: 'First come first served with services that differ between classes: use it as an approximation.',
  sources: [
    { ref: 'baskett1975', at: 'product form' },
    { ref: 'lazowska1984', at: 'section 7.4' },
  ],
  parameters: { rates: list(rate), demands: list(list(durationOrNone)) },
  load: ({ rates, demands }: OpenClasses) => Math.max(...busyShares(rates, demands)),
  solve: ({ rates, demands }: OpenClasses) => {
    const utilisations = demands.map((row, r) => row.map(demand => demand * rates[r]));
    const busy = busyShares(rates, demands);
    const residences = demands.map(row => row.map((demand, i) => demand / (1 - busy[i])));
    return {
      utilisations,
      residences,
      numbers: residences.map((row, r) => row.map(residence => residence * rates[r])),
      responses: residences.map(row => row.reduce((sum, residence) => sum + residence, 0)),
    };
  },
});

function busyShares(rates: readonly number[], demands: readonly (readonly number[])[]): number[] {
  if (demands.length !== rates.length || demands.some(row => row.length !== demands[0].length)) {
    throw new ParameterError('demands', `${demands.length} rows`, 'a row for each rate, all of one length');
  }
  return demands[0].map((_, i) => demands.reduce((sum, row, r) => sum + row[i] * rates[r], 0));
}
