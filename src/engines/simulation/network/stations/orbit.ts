import { Appointments } from '../appointments.js';
import type { Backoff } from '../backoff.js';
import type { Network } from '../network.js';

/** How the customers of one class try again. */
export interface Retrying {
  readonly backoff: Backoff;
  /** Tries at most, the first one counted. */
  readonly maxAttempts: number;
}

/** Customers that found no room and will come back, each after a time of its own: the orbit of a retrial queue. */
export class Orbit {
  private readonly network: Network;
  /** By class number; absent: this class does not come back. */
  private readonly retrying: readonly (Retrying | undefined)[];
  private readonly returns: Appointments;

  constructor(
    network: Network,
    retrying: readonly (Retrying | undefined)[],
    onReturn: (customer: number) => void,
  ) {
    this.network = network;
    this.retrying = retrying;
    this.returns = new Appointments(network, onReturn);
  }

  /** Whether the customer, just turned away, will come back. */
  takes(customer: number): boolean {
    const { population, clock } = this.network;
    const retry = this.retrying[population.class[customer]];
    if (retry === undefined || ++population.attempts[customer] >= retry.maxAttempts) return false;
    population.key[customer] = clock[0] + retry.backoff.after(population.attempts[customer]);
    this.returns.add(customer);
    return true;
  }
}
