import { Alarm } from './alarm.js';
import { Deadlines } from './deadlines.js';
import type { Network } from './network.js';

/** Customers to whom something is to happen, each at a time of its own; any can be called off. */
export class Appointments {
  private readonly network: Network;
  private readonly dates: Deadlines;
  private readonly alarm: Alarm;
  private readonly onDue: (customer: number) => void;

  /** @param onDue told of a customer whose time has come; it has no appointment any more */
  constructor(network: Network, onDue: (customer: number) => void) {
    this.network = network;
    this.dates = new Deadlines(network.population);
    this.onDue = onDue;
    this.alarm = new Alarm(network, () => this.ring());
  }

  /** The customer, who has none, gets an appointment at the moment in its `key`. */
  add(customer: number): void {
    this.dates.add(customer);
    this.plan();
  }

  /** Calls off the customer's appointment, if it has one. */
  remove(customer: number): void {
    this.dates.remove(customer);
    this.plan();
  }

  private ring(): void {
    const customer = this.dates.first;
    this.remove(customer);
    this.onDue(customer);
  }

  private plan(): void {
    const { alarm, dates } = this;
    alarm.due = dates.size === 0 ? Number.POSITIVE_INFINITY : this.network.population.key[dates.first];
    alarm.arm();
  }
}
