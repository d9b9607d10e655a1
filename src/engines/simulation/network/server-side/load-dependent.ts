import { Alarm } from '../alarm.js';
import { KeyedLine } from '../lines/keyed.js';
import type { WaitingLine } from '../lines/line.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import { Admission } from '../stations/admission.js';
import type { StationSetup } from '../stations/station-setup.js';

export interface LoadDependence {
  /** Speed of each of `served` customers while `present` are there. */
  readonly speed: (served: number, present: number) => number;
  /** Where those wait who are not served yet. Absent: everybody is served at once, so that nobody waits. */
  readonly line?: WaitingLine;
}

/**
 * Servers whose speed depends on how many customers there are, and which all in service share equally: so many of them
 * as there are servers, or everybody.
 *
 * One virtual clock serves for all: it runs at the speed of each of those in service, and a customer leaves when it has
 * advanced by the customer's demand.
 */
export class LoadDependent implements Station {
  private readonly network: Network;
  private readonly servers: number;
  private readonly law: LoadDependence;
  private readonly door: Admission;
  /** Customers in service by the virtual time at which they leave. */
  private readonly order: KeyedLine;
  private readonly alarm: Alarm;
  private virtual = 0;
  /** When `virtual` was read off last, and its speed since then. */
  private at = 0;
  private speed = 1;

  constructor(setup: StationSetup, law: LoadDependence) {
    this.network = setup.network;
    this.servers = law.line ? setup.servers : Number.POSITIVE_INFINITY;
    this.law = law;
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

  private comeIn(customer: number): void {
    this.pass();
    if (this.order.size < this.servers) this.start(customer);
    else {
      this.network.population.began[customer] = Number.NaN;
      this.law.line?.push(customer);
    }
    this.plan();
  }

  private pass(): void {
    const now = this.network.clock[0];
    this.virtual = this.order.size === 0 ? 0 : this.virtual + (now - this.at) * this.speed;
    this.at = now;
  }

  /** The virtual clock shows the time that it is. */
  private start(customer: number): void {
    const { population, clock } = this.network;
    population.began[customer] = clock[0];
    population.mark[customer] = this.virtual + population.demand[customer];
    this.order.push(customer);
  }

  /** Ends come by the alarm. */
  finish(): never {
    throw new Error('a shared service is not scheduled by customer');
  }

  attained(customer: number, now: number): number {
    const began = this.network.population.began[customer];
    return Number.isNaN(began) ? 0 : now - began;
  }

  private leave(): void {
    const { network, law, order } = this;
    const customer = order.shift();
    // Exactly there: adding up small steps would drift.
    this.virtual = network.population.mark[customer];
    this.at = network.clock[0];
    network.books.visitEnds(customer);
    this.door.present--;
    if (law.line !== undefined && law.line.size > 0) this.start(law.line.shift());
    this.plan();
    network.forward(customer);
  }

  private plan(): void {
    const { alarm, order, network } = this;
    if (order.size === 0) alarm.due = Number.POSITIVE_INFINITY;
    else {
      this.speed = this.law.speed(order.size, this.door.present);
      const left = network.population.mark[order.first] - this.virtual;
      alarm.due = network.clock[0] + Math.max(0, left) / this.speed;
    }
    alarm.arm();
  }
}
