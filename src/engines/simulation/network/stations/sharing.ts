import { Ring } from '../../ring.js';
import { Alarm } from '../alarm.js';
import { KeyedLine } from '../lines/keyed.js';
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
  private readonly network: Network;
  private readonly servers: number;
  private readonly rule: SharingRule;
  private readonly door: Admission;
  /** Customers in service by the virtual time at which they leave. */
  private readonly order: KeyedLine;
  private readonly line = new Ring();
  private readonly alarm: Alarm;
  /** Sum of the weights of those in service. */
  private weight = 0;
  private virtual = 0;
  /** When `virtual` was read off last. */
  private at = 0;

  constructor(setup: StationSetup, rule: SharingRule) {
    this.network = setup.network;
    this.servers = setup.servers;
    this.rule = rule;
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
    if (this.order.size === this.rule.limit) {
      this.network.population.began[customer] = Number.NaN;
      this.line.push(customer);
      return;
    }
    const now = this.network.clock[0];
    this.virtual = this.order.size === 0 ? 0 : this.virtual + (now - this.at) * this.speed;
    this.at = now;
    this.start(customer);
    this.plan();
  }

  /** The virtual clock shows the time that it is. */
  private start(customer: number): void {
    const { population, clock } = this.network;
    const weight = this.rule.weights[population.class[customer]];
    population.began[customer] = clock[0];
    population.mark[customer] = this.virtual + population.demand[customer] / weight;
    this.weight += weight;
    this.order.push(customer);
  }

  /** Ends come by the alarm. */
  finish(): never {
    throw new Error('a shared service is not scheduled by customer');
  }

  attained(customer: number, now: number): number {
    const { demand, mark, began } = this.network.population;
    if (Number.isNaN(began[customer])) return 0;
    const virtual = this.virtual + (now - this.at) * this.speed;
    const weight = this.rule.weights[this.network.population.class[customer]];
    return Math.min(demand[customer], demand[customer] - (mark[customer] - virtual) * weight);
  }

  private leave(): void {
    const { network } = this;
    const { population, clock } = network;
    const customer = this.order.shift();
    // Exactly there: adding up small steps would drift.
    this.virtual = population.mark[customer];
    this.at = clock[0];
    // The same for the sum of the weights.
    this.weight = this.order.size === 0 ? 0 : this.weight - this.rule.weights[population.class[customer]];
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

  /** Of a customer of weight 1. */
  private get speed(): number {
    return this.weight <= this.servers ? 1 : this.servers / this.weight;
  }

  private plan(): void {
    const { alarm, order } = this;
    if (order.size === 0) alarm.due = Number.POSITIVE_INFINITY;
    else {
      const left = this.network.population.mark[order.first] - this.virtual;
      alarm.due = this.network.clock[0] + Math.max(0, left) / this.speed;
    }
    alarm.arm();
  }
}
