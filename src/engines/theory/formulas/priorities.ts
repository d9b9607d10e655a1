import type { Distribution } from '../../../distributions/contract.js';
import { erlangC } from '../erlang.js';

/** One class of customers; lists of them go from the most urgent to the least. */
export interface PriorityClass {
  readonly rate: number;
  readonly service: Pick<Distribution, 'mean' | 'scv'>;
}

const loadOf = ({ rate, service }: PriorityClass): number => rate * service.mean;
const residual = ({ rate, service }: PriorityClass): number =>
  (rate * service.mean ** 2 * (1 + service.scv)) / 2;
const upTo = (classes: readonly PriorityClass[], k: number, f: (c: PriorityClass) => number): number =>
  classes.slice(0, k).reduce((sum, c) => sum + f(c), 0);

/**
 * Mean waits in M/G/1 where nobody in service is interrupted: R / ((1 - σ_(k-1)) (1 - σ_k)), with R the mean
 * work in service and σ_k the load of the k most urgent classes (A. Cobham, Operations Research 2 (1954); not checked).
 */
export function nonPreemptive(classes: readonly PriorityClass[]): number[] {
  const work = upTo(classes, classes.length, residual);
  return classes.map((_, k) => work / ((1 - upTo(classes, k, loadOf)) * (1 - upTo(classes, k + 1, loadOf))));
}

/** Mean sojourns in M/G/1 where a more urgent arrival interrupts, and the interrupted resume (Gross et al. 2008, section 3.4; not checked). */
export const preemptiveResume = (classes: readonly PriorityClass[]): number[] =>
  classes.map(({ service }, k) => {
    const above = 1 - upTo(classes, k, loadOf);
    return (
      service.mean / above + upTo(classes, k + 1, residual) / (above * (1 - upTo(classes, k + 1, loadOf)))
    );
  });

/** Mean waits in M/M/c without interruption, all classes of one mean service (O. Kella, U. Yechiali 1985; not checked). */
export function nonPreemptiveServers(
  rates: readonly number[],
  meanService: number,
  servers: number,
): number[] {
  const load = (k: number): number =>
    (rates.slice(0, k).reduce((sum, rate) => sum + rate, 0) * meanService) / servers;
  const work = (erlangC(servers, load(rates.length) * servers) * meanService) / servers;
  return rates.map((_, k) => work / ((1 - load(k)) * (1 - load(k + 1))));
}

/**
 * Mean numbers in M/M/c with interruption, all classes of one mean service: to the k most urgent classes the
 * others do not exist, so together they are an M/M/c of their own.
 */
export function preemptiveServers(rates: readonly number[], meanService: number, servers: number): number[] {
  const together = rates.map((_, k) => {
    const load = rates.slice(0, k + 1).reduce((sum, rate) => sum + rate, 0) * meanService;
    return load + (erlangC(servers, load) * load) / (servers - load);
  });
  return together.map((number, k) => number - (together[k - 1] ?? 0));
}
