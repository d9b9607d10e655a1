import { matrix, solve, transpose } from '../../../numerics/matrix.js';
import { erlangC } from '../erlang.js';

export interface OpenNetwork {
  /** Arrivals from outside to each station, per second. */
  readonly external: readonly number[];
  /** Probabilities from station to station; what is missing to 1 leaves. */
  readonly routing: readonly (readonly number[])[];
  readonly meanServices: readonly number[];
  /** Infinity where nobody waits. */
  readonly servers: readonly number[];
}

/** Jackson's network: each station is an M/M/c of its own (J. R. Jackson, Operations Research 5 (1957); not checked). */
export function openNetwork({ external, routing, meanServices, servers }: OpenNetwork) {
  const n = external.length;
  const flows = solve(
    transpose(matrix(n, n, (i, j) => Number(i === j) - routing[i][j])),
    matrix(n, 1, i => external[i]),
  );
  const rates = [...flows.data];
  const loads = rates.map((rate, i) => rate * meanServices[i]);
  const numbers = loads.map((load, i) => {
    const c = servers[i];
    return Number.isFinite(c) ? load + (erlangC(c, load) * load) / (c - load) : load;
  });
  const throughput = external.reduce((sum, rate) => sum + rate, 0);
  const meanNumberInSystem = numbers.reduce((sum, number) => sum + number, 0);
  return {
    rates,
    /** Mean busy fraction of a server; the load itself where nobody waits. */
    utilisations: loads.map((load, i) => (Number.isFinite(servers[i]) ? load / servers[i] : load)),
    numbers,
    sojourns: numbers.map((number, i) => number / rates[i]),
    meanNumberInSystem,
    meanSojourn: meanNumberInSystem / throughput,
    throughput,
  };
}

/**
 * Open product-form network of single servers: `demands[class][station]`, seconds of each job. Customers of a
 * class spend D / (1 - U) at a station (E. D. Lazowska et al., "Quantitative System Performance", 1984, section 7.4; not checked).
 */
export function openClasses(rates: readonly number[], demands: readonly (readonly number[])[]) {
  const utilisations = demands.map((row, r) => row.map(demand => demand * rates[r]));
  const busy = demands[0].map((_, i) => utilisations.reduce((sum, row) => sum + row[i], 0));
  const residences = demands.map(row => row.map((demand, i) => demand / (1 - busy[i])));
  return {
    utilisations,
    residences,
    numbers: residences.map((row, r) => row.map(residence => residence * rates[r])),
    responses: residences.map(row => row.reduce((sum, residence) => sum + residence, 0)),
  };
}
