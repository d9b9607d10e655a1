import { Alarm } from '../alarm.js';
import { Deadlines } from '../deadlines.js';
import { type Draws, drawBlock } from '../draws.js';
import type { Network } from '../network.js';

/** How the customers of one class try again. */
export interface Retrying {
  readonly delay: Draws;
  /** Tries at most, the first one counted. */
  readonly maxAttempts: number;
}

/** Customers that found no room and will come back, each after a time of its own: the orbit of a retrial queue. */
export class Orbit {
  private readonly network: Network;
  /** By class number; absent: this class does not come back. */
  private readonly retrying: readonly (Retrying | undefined)[];
  private readonly returns: Deadlines;
  private readonly alarm: Alarm;
  private readonly onReturn: (customer: number) => void;

  constructor(
    network: Network,
    retrying: readonly (Retrying | undefined)[],
    onReturn: (customer: number) => void,
  ) {
    this.network = network;
    this.retrying = retrying;
    this.returns = new Deadlines(network.population);
    this.onReturn = onReturn;
    this.alarm = new Alarm(network, () => this.bringBack());
  }

  /** Whether the customer, just turned away, will come back. */
  takes(customer: number): boolean {
    const { population, clock } = this.network;
    const retry = this.retrying[population.class[customer]];
    if (retry === undefined || ++population.attempts[customer] >= retry.maxAttempts) return false;
    const { delay } = retry;
    if (delay.at === drawBlock) delay.refill();
    population.key[customer] = clock[0] + delay.block[delay.at++];
    this.returns.add(customer);
    this.plan();
    return true;
  }

  private bringBack(): void {
    const customer = this.returns.first;
    this.returns.remove(customer);
    this.plan();
    this.onReturn(customer);
  }

  private plan(): void {
    const { alarm, returns } = this;
    alarm.due = returns.size === 0 ? Number.POSITIVE_INFINITY : this.network.population.key[returns.first];
    alarm.arm();
  }
}
