import { type Draws, drawBlock } from '../draws.js';
import { Orbit } from './orbit.js';
import type { Baulking, StationSetup } from './station-setup.js';

/**
 * The door of a station: it draws what service the customer needs, and where there is no room sends it away or
 * into orbit. A customer in orbit waits at the station like any other, but has no place in it.
 */
export class Admission {
  /** Customers that have a place in the station. */
  present = 0;
  private readonly setup: StationSetup;
  readonly services: readonly Draws[];
  private readonly orbit: Orbit | undefined;

  /** @param comeIn told of a customer that has come back and has a place now */
  constructor(setup: StationSetup, comeIn: (customer: number) => void) {
    this.setup = setup;
    this.services = setup.services;
    this.orbit =
      setup.retrying &&
      new Orbit(setup.network, setup.retrying, customer => {
        if (this.hasPlace(customer)) comeIn(customer);
      });
  }

  /** Whether the newcomer gets a place; its demand is drawn either way, so that others get the same service. */
  admits(customer: number): boolean {
    const { network, id } = this.setup;
    const { population } = network;
    network.watch?.comes(id);
    const services = this.services[population.class[customer]];
    if (services.at === drawBlock) services.refill();
    population.demand[customer] = services.block[services.at++];
    population.station[customer] = id;
    population.joined[customer] = network.clock[0];
    if (this.orbit) population.attempts[customer] = 0;
    if (this.setup.baulking !== undefined && !this.joins(this.setup.baulking)) {
      network.books.baulks(customer);
      population.release(customer);
      return false;
    }
    return this.hasPlace(customer);
  }

  private joins({ joining, stream }: Baulking): boolean {
    const probability = joining(this.present);
    return probability >= 1 || (probability > 0 && stream.uniform() < probability);
  }

  private hasPlace(customer: number): boolean {
    const { network, capacity } = this.setup;
    const { population, books } = network;
    if (this.present < capacity) {
      this.present++;
      return true;
    }
    population.began[customer] = Number.NaN;
    population.mark[customer] = population.demand[customer];
    if (this.orbit?.takes(customer)) return false;
    books.turnedAway(customer);
    population.release(customer);
    return false;
  }
}
