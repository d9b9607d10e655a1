import { type Draws, drawBlock } from '../draws.js';
import type { StationSetup } from './station-setup.js';

/** The door of a station: it draws what service the customer needs, and turns it away where there is no room. */
export class Admission {
  /** Customers in the station. */
  present = 0;
  private readonly setup: StationSetup;
  private readonly services: readonly Draws[];

  constructor(setup: StationSetup) {
    this.setup = setup;
    this.services = setup.services;
  }

  /** Whether the customer is let in; its demand is drawn either way, so that others get the same service. */
  admits(customer: number): boolean {
    const { network, id, capacity } = this.setup;
    const { population } = network;
    const services = this.services[population.class[customer]];
    if (services.at === drawBlock) services.refill();
    population.demand[customer] = services.block[services.at++];
    if (this.present >= capacity) {
      network.books.turnedAway(customer, id);
      population.release(customer);
      return false;
    }
    this.present++;
    population.station[customer] = id;
    population.joined[customer] = network.clock[0];
    return true;
  }
}
