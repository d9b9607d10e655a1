import type { Network } from './network.js';
import { passive } from './passive.js';
import { fixed } from './routes/fixed.js';
import type { Station } from './station.js';
import type { Servers } from './stations/servers.js';

/** A customer that has forked, and its parts that are still under way. */
interface Family {
  readonly fork: Fork;
  readonly whole: number;
  readonly parts: Set<number>;
  /** Parts still to be done before the customer goes on. */
  missing: number;
}

/** In place of the class as which it entered: parts of customers have no journey of their own. */
export const part = -1;

/**
 * Where customers fork and join: stations of the network that serve nobody, numbered after those of the
 * scenario, in which forked customers wait for their parts.
 */
export class Forks {
  private readonly network: Network;
  private readonly families = new Map<number, Family>();
  private joint: number | undefined;
  private morgue: number | undefined;

  constructor(network: Network) {
    this.network = network;
  }

  /** The number to which customers go to fork. @param next number of the place where they go afterwards */
  fork(places: readonly number[], quorum: number, cancels: boolean, next: number): number {
    const { network } = this;
    const number = network.stations.length;
    network.stations.push(new Fork(network, this, { number, places, quorum, cancels }));
    network.routes[number] = fixed(next);
    return number;
  }

  /** The number to which parts go that are done. */
  get join(): number {
    this.joint ??= this.network.stations.push(passive({ enter: part => this.done(part) })) - 1;
    return this.joint;
  }

  adopt(part: number, family: Family): void {
    family.parts.add(part);
    this.families.set(part, family);
  }

  private done(part: number): void {
    const { network, families } = this;
    const family = families.get(part) as Family;
    this.forget(part, family);
    network.population.release(part);
    family.missing--;
    if (family.missing !== 0) return;
    if (family.fork.cancels) for (const other of family.parts) this.cancel(other, family);
    family.fork.goesOn(family.whole);
  }

  /** A part in service is scheduled to end: that event finds it where nothing is left to do but to free its handle. */
  private cancel(part: number, family: Family): void {
    const { population, stations } = this.network;
    this.forget(part, family);
    const inService = (stations[population.station[part]] as Servers).withdraw(part);
    if (!inService) return;
    this.morgue ??= stations.push(passive({ finish: part => population.release(part) })) - 1;
    population.station[part] = this.morgue;
  }

  private forget(part: number, { parts, fork }: Family): void {
    this.families.delete(part);
    parts.delete(part);
    fork.parts--;
  }
}

interface ForkSetup {
  readonly number: number;
  readonly places: readonly number[];
  readonly quorum: number;
  readonly cancels: boolean;
}

class Fork implements Station {
  parts = 0;
  readonly cancels: boolean;
  private wholes = 0;
  private readonly network: Network;
  private readonly forks: Forks;
  private readonly setup: ForkSetup;

  constructor(network: Network, forks: Forks, setup: ForkSetup) {
    this.network = network;
    this.forks = forks;
    this.setup = setup;
    this.cancels = setup.cancels;
  }

  /** So that over all stations customers are counted, not their parts. */
  get present(): number {
    return this.wholes - this.parts;
  }

  enter(customer: number): void {
    const { network, forks, setup } = this;
    const { population, clock, stations } = network;
    const { number, places, quorum } = setup;
    population.station[customer] = number;
    population.joined[customer] = clock[0];
    this.wholes++;
    const family: Family = { fork: this, whole: customer, parts: new Set(), missing: quorum };
    for (const place of places) {
      const one = network.admit(population.class[customer]);
      population.entered[one] = population.entered[customer];
      population.origin[one] = part;
      forks.adopt(one, family);
      this.parts++;
      stations[place].enter(one);
    }
  }

  goesOn(customer: number): void {
    this.wholes--;
    this.network.forward(customer);
  }

  finish(): void {}

  attained(customer: number, now: number): number {
    return now - this.network.population.joined[customer];
  }
}
