import { logGamma } from '../../numerics/log-gamma.js';

/**
 * 1 / B(c, a), the inverse of Erlang's loss formula for c servers offered `a` erlangs: the sum over k = 0 .. c
 * of c! / ((c - k)! a^k) (A. K. Erlang 1917; in this form D. L. Jagerman, Bell System Technical Journal 53
 * (1974); not checked). Only positive terms, the largest few of them summed: no overflow before 1e308, where
 * Infinity says that the loss is too small for a double.
 */
export function inverseErlangB(servers: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let free = servers; free > 0; free--) {
    term *= free / load;
    sum += term;
    // Below a the terms fall for good, and ever faster.
    if (free < load && term * free < sum * 1e-18 * (load - free)) break;
    if (sum === Number.POSITIVE_INFINITY) break;
  }
  return sum;
}

/** B(c, a): the share of Poisson arrivals that a station of c servers without waiting room turns away. */
export const erlangB = (servers: number, load: number): number => 1 / inverseErlangB(servers, load);

/** P(nobody is there) from P(all c servers busy and nobody waits), `allBusy`, in stations with Erlang's states below c. */
export const emptyFrom = (allBusy: number, servers: number, load: number): number =>
  Math.exp(Math.log(allBusy) + logGamma(servers + 1) - servers * Math.log(load));

/** Variance of a wait that is 0 or, with chance `waits`, exponential with this rate. */
export const varianceOfDelay = (waits: number, rate: number): number => (waits * (2 - waits)) / rate ** 2;

/** C(c, a): the share of customers that wait in M/M/c, for a < c. */
export const erlangC = (servers: number, load: number): number =>
  servers / (inverseErlangB(servers, load) * (servers - load) + load);
