import { type Draws, drawBlock } from './draws.js';
import { toldOfLeaving } from './listening.js';
import type { Network } from './network.js';
import type { Agent, Bookkeeping, Route } from './station.js';

/**
 * The clients of one class, outside the network: each thinks, sends a customer in, waits until it is done or
 * lost, and thinks again. All think at the start.
 */
export class Clients implements Agent {
  private readonly network: Network;
  private readonly class: number;
  private readonly think: Draws;
  private readonly entrance: Route;
  private readonly tag: number;

  constructor(network: Network, classNumber: number, count: number, think: Draws, entrance: Route) {
    this.network = network;
    this.class = classNumber;
    this.think = think;
    this.entrance = entrance;
    this.tag = network.enlist(this);
    for (let i = 0; i < count; i++) this.begin();
  }

  /** One of them begins to think. */
  begin(): void {
    const { think } = this;
    const { calendar, clock } = this.network;
    if (think.at === drawBlock) think.refill();
    calendar.times[calendar.slot] = clock[0] + think.block[think.at++];
    calendar.schedule(this.tag);
  }

  /** One of them has thought enough; it does not matter which. */
  act(): void {
    const { network } = this;
    const customer = network.admit(this.class);
    network.stations[this.entrance.next(customer)].enter(customer);
  }
}

/** Lets every customer that leaves, in whatever way, free the client that sent it. @param clients by class number */
export const returning = (
  { population }: Network,
  books: Bookkeeping,
  clients: readonly (Clients | undefined)[],
): Bookkeeping => toldOfLeaving(books, customer => clients[population.origin[customer]]?.begin());
