import { Alarm } from '../alarm.js';
import { KeyedLine } from '../lines/keyed.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import { Admission } from './admission.js';
import type { StationSetup } from './station-setup.js';

/**
 * Processor sharing: everyone present is served at once, each at speed min(1, servers / present).
 *
 * All progress alike, so one virtual clock serves for all: it runs at the speed of one customer, and a customer
 * leaves when it has advanced by the customer's demand.
 */
export class Sharing implements Station {
  private readonly network: Network;
  private readonly servers: number;
  private readonly door: Admission;
  /** Customers by the virtual time at which they leave. */
  private readonly order: KeyedLine;
  private readonly alarm: Alarm;
  private virtual = 0;
  /** When `virtual` was read off last. */
  private at = 0;

  constructor(setup: StationSetup) {
    this.network = setup.network;
    this.servers = setup.servers;
    this.door = new Admission(setup, customer => this.comeIn(customer));
    this.order = new KeyedLine(() => setup.network.population.mark);
    this.alarm = new Alarm(setup.network, () => this.leave());
  }

  get present(): number {
    return this.door.present;
  }

  enter(customer: number): void {
    if (this.door.admits(customer)) this.comeIn(customer);
  }

  /** The customer has its place: up to now one fewer was served. */
  private comeIn(customer: number): void {
    this.advance(this.door.present - 1);
    const { population } = this.network;
    population.began[customer] = this.network.clock[0];
    population.mark[customer] = this.virtual + population.demand[customer];
    this.order.push(customer);
    this.plan();
  }

  /** Ends come by the alarm. */
  finish(): never {
    throw new Error('a shared service is not scheduled by customer');
  }

  attained(customer: number, now: number): number {
    const { demand, mark, began } = this.network.population;
    if (Number.isNaN(began[customer])) return 0;
    const virtual = this.virtual + (now - this.at) * this.speed(this.door.present);
    return Math.min(demand[customer], demand[customer] - (mark[customer] - virtual));
  }

  private leave(): void {
    const { network } = this;
    const { population, clock } = network;
    const customer = this.order.shift();
    // Exactly there: adding up small steps would drift.
    this.virtual = population.mark[customer];
    this.at = clock[0];
    // Its wait, for the books, is all the time in which it was not served at full speed.
    population.began[customer] = Math.max(
      population.joined[customer],
      clock[0] - population.demand[customer],
    );
    network.books.visitEnds(customer);
    this.door.present--;
    this.plan();
    network.forward(customer);
  }

  /** Of each customer, when so many are served. */
  private speed(served: number): number {
    return served <= this.servers ? 1 : this.servers / served;
  }

  private advance(served: number): void {
    const now = this.network.clock[0];
    this.virtual = served === 0 ? 0 : this.virtual + (now - this.at) * this.speed(served);
    this.at = now;
  }

  private plan(): void {
    const { alarm, order } = this;
    if (order.size === 0) alarm.due = Number.POSITIVE_INFINITY;
    else {
      const left = this.network.population.mark[order.first] - this.virtual;
      alarm.due = this.network.clock[0] + Math.max(0, left) / this.speed(this.door.present);
    }
    alarm.arm();
  }
}
