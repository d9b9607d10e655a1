import { Ring } from '../../ring.js';
import { Alarm } from '../alarm.js';
import { Calendar } from '../calendar.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import { Admission } from './admission.js';
import type { StationSetup } from './station-setup.js';

export interface SharingRule {
  /** Most customers who are served at once; the others wait, first come first served. */
  readonly limit: number;
  /** Share of the speed by class number, the smallest 1. Unequal ones share a single server. */
  readonly weights: readonly number[];
}

/**
 * Processor sharing: everyone present, or so many of them, is served at once. Of equal weight each is served at
 * speed min(1, servers / served), else one server is shared by weight.
 *
 * One virtual clock serves for all: it runs at the speed of a customer of weight 1, and a customer leaves when it
 * has advanced by the customer's demand over its weight.
 */
export class Sharing implements Station {
  readonly servers: number;
  readonly rule: SharingRule;
  readonly door: Admission;
  /** Whether everyone who comes is served at once and stays to the end. */
  readonly isPlain: boolean;
  /** Customers in service by the virtual time at which they leave. */
  readonly order = new Calendar();
  /** Sum of the weights of those in service. One number in an array, like the two below: it is never boxed. */
  readonly weight = new Float64Array(1);
  /** What the virtual clock showed when it was read off last. */
  readonly virtual = new Float64Array(1);
  /** When that was. */
  readonly at = new Float64Array(1);
  private readonly network: Network;
  private readonly line = new Ring();
  private readonly alarm: Alarm;

  constructor(setup: StationSetup, rule: SharingRule) {
    this.network = setup.network;
    this.servers = setup.servers;
    this.rule = rule;
    this.door = new Admission(setup, customer => this.comeIn(customer));
    this.isPlain =
      setup.capacity === Number.POSITIVE_INFINITY &&
      rule.limit === Number.POSITIVE_INFINITY &&
      !setup.patience &&
      !setup.retrying &&
      !setup.baulking;
    this.alarm = new Alarm(setup.network, () => this.leave());
  }

  get present(): number {
    return this.door.present;
  }

  enter(customer: number): void {
    if (this.door.admits(customer)) this.comeIn(customer);
  }

  private comeIn(customer: number): void {
    if (this.order.size === this.rule.limit) {
      this.network.population.began[customer] = Number.NaN;
      this.line.push(customer);
      return;
    }
    const now = this.network.clock[0];
    this.virtual[0] = this.order.size === 0 ? 0 : this.virtual[0] + (now - this.at[0]) / this.stretch;
    this.at[0] = now;
    this.start(customer);
    this.plan();
  }

  /** The virtual clock shows the time that it is. */
  private start(customer: number): void {
    const { population, clock } = this.network;
    const weight = this.rule.weights[population.class[customer]];
    population.began[customer] = clock[0];
    population.mark[customer] = this.virtual[0] + population.demand[customer] / weight;
    this.weight[0] += weight;
    this.order.times[this.order.size] = population.mark[customer];
    this.order.insert(customer);
  }

  /** Ends come by the alarm. */
  finish(): never {
    throw new Error('a shared service is not scheduled by customer');
  }

  attained(customer: number, now: number): number {
    const { demand, mark, began } = this.network.population;
    if (Number.isNaN(began[customer])) return 0;
    const virtual = this.virtual[0] + (now - this.at[0]) / this.stretch;
    const weight = this.rule.weights[this.network.population.class[customer]];
    return Math.min(demand[customer], demand[customer] - (mark[customer] - virtual) * weight);
  }

  private leave(): void {
    const { network } = this;
    const { population, clock } = network;
    const customer = this.order.tags[0];
    // Exactly there: adding up small steps would drift.
    this.virtual[0] = this.order.times[0];
    this.order.removeFirst();
    this.at[0] = clock[0];
    // The same for the sum of the weights.
    this.weight[0] =
      this.order.size === 0 ? 0 : this.weight[0] - this.rule.weights[population.class[customer]];
    // Its wait, for the books, is all the time in which it was not served at full speed.
    population.began[customer] = Math.max(
      population.joined[customer],
      clock[0] - population.demand[customer],
    );
    network.books.visitEnds(customer);
    this.door.present--;
    if (this.line.size > 0) this.start(this.line.shift());
    this.plan();
    network.forward(customer);
  }

  /** How many times as long as alone a customer of weight 1 takes. */
  private get stretch(): number {
    return this.weight[0] <= this.servers ? 1 : this.weight[0] / this.servers;
  }

  private plan(): void {
    const { alarm, order } = this;
    if (order.size === 0) alarm.due = Number.POSITIVE_INFINITY;
    else {
      const left = order.times[0] - this.virtual[0];
      alarm.due = this.network.clock[0] + Math.max(0, left) * this.stretch;
    }
    alarm.arm();
  }
}
