import type { Stream } from '../../../random/index.js';
import { doubled } from '../doubled.js';
import { Appointments } from './appointments.js';
import type { Backoff } from './backoff.js';
import type { Network } from './network.js';
import { passive } from './passive.js';
import type { Route } from './station.js';

export interface RedeliveryRule {
  /** By class number: the probability that work fails, each time anew. */
  readonly failing: readonly number[];
  /** By class number: the share of customers whose work always fails. */
  readonly poison: readonly number[];
  /** Infinity: until it succeeds. */
  readonly maxDeliveries: number;
  /** Absent: failed work is delivered again at once. */
  readonly backoff?: Backoff;
  readonly stream: Stream;
}

/** What is known of a customer besides the deliveries in vain: nothing yet, sound, or poison. */
const sound = 1;
const poison = 2;

/**
 * The way on from a station whose work can fail. Who has been served in vain comes to the station again, at the back
 * of its queue and with a service drawn anew, at once or after a while in which it has no place there; or has been
 * there often enough and goes to the dead letters.
 */
export class Redelivery implements Route {
  private readonly network: Network;
  private readonly onward: Route;
  private readonly rule: RedeliveryRule;
  private readonly deadLetters: number;
  /** Where customers are until they are delivered again. */
  private readonly waitingRoom: number;
  /** By handle: deliveries in vain. */
  private tried = new Float64Array(256);
  private soundness = new Float64Array(256);

  /** @param onward where those go who have been served */
  constructor(network: Network, station: number, onward: Route, rule: RedeliveryRule) {
    this.network = network;
    this.onward = onward;
    this.rule = rule;
    this.deadLetters = network.stations.push(passive({ enter: customer => this.putAside(customer) })) - 1;
    this.waitingRoom = rule.backoff
      ? network.stations.push(new WaitingRoom(network, station, customer => this.delay(customer))) - 1
      : station;
  }

  next(customer: number): number {
    if (!this.fails(customer)) return this.succeeds(customer);
    const { books, clock, population } = this.network;
    books.failed(customer, clock[0] - population.began[customer]);
    return this.again(customer);
  }

  /** Where the customer goes whose work has succeeded. */
  succeeds(customer: number): number {
    this.forget(customer);
    return this.onward.next(customer);
  }

  /** Where the customer goes whose work has failed. */
  again(customer: number): number {
    return this.isLast(customer) ? this.deadLetters : this.waitingRoom;
  }

  /** One more delivery was in vain; whether it was the last. */
  isLast(customer: number): boolean {
    this.makeRoom(customer);
    return ++this.tried[customer] >= this.rule.maxDeliveries;
  }

  /** What is known of a customer is known of another handle of it from now on. */
  passOn(customer: number, other: number): void {
    this.makeRoom(Math.max(customer, other));
    this.tried[other] = this.tried[customer];
    this.soundness[other] = this.soundness[customer];
    this.forget(customer);
  }

  /** The customer will not come again, or has not come yet. */
  forget(customer: number): void {
    if (customer >= this.tried.length) return;
    this.tried[customer] = 0;
    this.soundness[customer] = 0;
  }

  /** Whether the work on the customer, which ends now, fails. */
  fails(customer: number): boolean {
    this.makeRoom(customer);
    const { soundness, rule, network } = this;
    const classNumber = network.population.class[customer];
    if (soundness[customer] === 0) {
      const share = rule.poison[classNumber];
      soundness[customer] = share > 0 && rule.stream.uniform() < share ? poison : sound;
    }
    if (soundness[customer] === poison) return true;
    const probability = rule.failing[classNumber];
    return probability > 0 && rule.stream.uniform() < probability;
  }

  private makeRoom(customer: number): void {
    while (customer >= this.tried.length) {
      this.tried = doubled(this.tried);
      this.soundness = doubled(this.soundness);
    }
  }

  private delay(customer: number): number {
    return (this.rule.backoff as Backoff).after(this.tried[customer]);
  }

  private putAside(customer: number): void {
    const { books, population } = this.network;
    books.deadLettered(customer);
    population.release(customer);
  }
}

/** Where customers wait until their work is tried again; for the books they wait. */
class WaitingRoom {
  present = 0;
  private readonly network: Network;
  private readonly number: number;
  private readonly next: number;
  private readonly delay: (customer: number) => number;
  private readonly returns: Appointments;

  constructor(network: Network, next: number, delay: (customer: number) => number) {
    this.network = network;
    this.number = network.stations.length;
    this.next = next;
    this.delay = delay;
    this.returns = new Appointments(network, customer => this.leave(customer));
  }

  enter(customer: number): void {
    const { population, clock } = this.network;
    population.station[customer] = this.number;
    population.joined[customer] = clock[0];
    population.key[customer] = clock[0] + this.delay(customer);
    this.present++;
    this.returns.add(customer);
  }

  finish(): void {}

  attained(): number {
    return 0;
  }

  private leave(customer: number): void {
    const { population, clock, stations } = this.network;
    this.present--;
    population.waited[customer] += clock[0] - population.joined[customer];
    stations[this.next].enter(customer);
  }
}
