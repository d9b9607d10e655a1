import { Appointments } from '../appointments.js';
import { part } from '../forks.js';
import type { WaitingLine } from '../lines/line.js';
import type { Network } from '../network.js';
import type { Redelivery } from '../redelivery.js';
import { Servers } from './servers.js';
import type { StationSetup } from './station-setup.js';

/** A customer at the station, and all that is done for it at once. */
interface Message {
  /** The delivery that the books take for the customer. */
  customer: number;
  /** The class as which it entered the network. */
  readonly origin: number;
  /** Deliveries that wait or are in service. */
  readonly deliveries: Set<number>;
  /** How long it waited until it was delivered for the first time, seconds in all. */
  waited?: number;
  /** Its work is done, or it was put to the dead letters: what still goes on is for nothing. */
  over: boolean;
}

/**
 * Servers that have each customer on lease (the visibility timeout of message queues): work that is not done when the
 * lease runs out is delivered again, at the back of the queue and with a service drawn anew, while the first delivery goes
 * on. The first completion counts; a delivery that still waits then is called off, and one in service goes on for nothing.
 * The wait of a customer, for the books, is that until it is delivered for the first time.
 */
export class Leased extends Servers {
  private readonly at: StationSetup;
  private readonly lease: number;
  private readonly leases: Appointments;
  private readonly messages = new Map<number, Message>();
  /** Customers whose work is not done. */
  private customers = 0;

  constructor(setup: StationSetup, line: WaitingLine, lease: number) {
    super({ ...setup, revocable: true }, line);
    this.at = setup;
    this.lease = lease;
    this.leases = new Appointments(setup.network, delivery => this.runOut(delivery));
  }

  /** Not the deliveries, of which a customer may have several. */
  override get present(): number {
    return this.customers;
  }

  override enter(customer: number): void {
    this.customers++;
    this.deliver(customer, {
      customer,
      origin: this.at.network.population.origin[customer],
      deliveries: new Set(),
      over: false,
    });
  }

  override finish(delivery: number): void {
    const { network } = this.at;
    const message = this.messages.get(delivery) as Message;
    this.leases.remove(delivery);
    network.books.visitEnds(delivery);
    this.forget(delivery, message);
    const to = this.placeAfter(delivery, message);
    this.freeServer();
    if (to === undefined) network.population.release(delivery);
    else network.send(delivery, to);
  }

  /** Where the customer goes from here; undefined: this delivery was for nothing. */
  private placeAfter(delivery: number, message: Message): number | undefined {
    const { books, clock, population } = this.at.network;
    const service = clock[0] - population.began[delivery];
    const [other] = message.deliveries;
    if (!message.over && !this.redelivery.fails(message.customer)) {
      this.end(message, delivery);
      return this.redelivery.succeeds(delivery);
    }
    if (!message.over && other === undefined) {
      this.end(message, delivery);
      books.failed(delivery, service);
      return this.redelivery.again(delivery);
    }
    if (message.customer === delivery && !message.over) this.standFor(message, other);
    books.failed(delivery, service);
    books.inVain(message.origin, 1, service);
    return undefined;
  }

  protected override start(delivery: number): void {
    super.start(delivery);
    const { population, clock } = this.at.network;
    const message = this.messages.get(delivery) as Message;
    message.waited ??= population.waited[delivery] + clock[0] - population.joined[delivery];
    population.key[delivery] = clock[0] + this.lease;
    if (population.demand[delivery] > this.lease) this.leases.add(delivery);
  }

  private deliver(delivery: number, message: Message): void {
    this.messages.set(delivery, message);
    message.deliveries.add(delivery);
    super.enter(delivery);
  }

  /** The lease of a delivery in service has run out. */
  private runOut(delivery: number): void {
    const message = this.messages.get(delivery) as Message;
    if (message.over) return;
    const { network } = this.at;
    const { population, books } = network;
    if (this.redelivery.isLast(message.customer)) {
      this.end(message, delivery);
      books.deadLettered(delivery);
      population.origin[delivery] = part;
      return;
    }
    const again = network.admit(population.class[delivery]);
    population.entered[again] = population.entered[delivery];
    population.origin[again] = part;
    this.deliver(again, message);
  }

  /** The customer is done with, as this delivery: the others are called off, or go on for nothing. */
  private end(message: Message, delivery: number): void {
    message.over = true;
    this.customers--;
    this.standFor(message, delivery);
    for (const other of message.deliveries) {
      if (!Number.isNaN(this.at.network.population.began[other])) continue;
      this.forget(other, message);
      this.withdraw(other);
    }
  }

  /** This delivery is the customer from now on. */
  private standFor(message: Message, delivery: number): void {
    const { population } = this.at.network;
    const { customer } = message;
    population.waited[delivery] = message.waited as number;
    if (customer === delivery) return;
    population.origin[customer] = part;
    population.origin[delivery] = message.origin;
    this.redelivery.passOn(customer, delivery);
    message.customer = delivery;
  }

  private forget(delivery: number, { deliveries }: Message): void {
    this.messages.delete(delivery);
    deliveries.delete(delivery);
  }

  private get redelivery(): Redelivery {
    const { network, id }: { network: Network; id: number } = this.at;
    return network.routes[id] as Redelivery;
  }
}
