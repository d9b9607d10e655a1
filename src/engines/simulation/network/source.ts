import type { ArrivalSource } from '../../../arrivals/index.js';
import { Draws, drawBlock } from './draws.js';
import type { Network } from './network.js';
import type { Emitter, Route } from './station.js';

/** Where the customers of one class come from. */
export class Source implements Emitter {
  readonly next = new Float64Array(1);
  private readonly network: Network;
  private readonly class: number;
  private readonly interarrivals: Draws;
  readonly entrance: Route;

  constructor(network: Network, classNumber: number, arrivals: ArrivalSource, entrance: Route) {
    this.network = network;
    this.class = classNumber;
    this.interarrivals = new Draws(block => arrivals.fill(block));
    this.entrance = entrance;
    this.interarrivals.refill();
    this.next[0] = this.interarrivals.block[this.interarrivals.at++];
  }

  emit(): void {
    const customer = this.admit();
    this.network.stations[this.entrance.next(customer)].enter(customer);
  }

  /** The customer who arrives now, and from now on the time of the next. */
  admit(): number {
    const { network, next, interarrivals } = this;
    if (interarrivals.at === drawBlock) interarrivals.refill();
    next[0] += interarrivals.block[interarrivals.at++];
    return network.admit(this.class);
  }
}

/** Nobody ever comes from outside. */
export const nobody: Emitter = { next: Float64Array.of(Number.POSITIVE_INFINITY), emit() {} };
