import { ImpatientLine } from '../lines/impatient.js';
import type { WaitingLine } from '../lines/line.js';
import { RevocableLine } from '../lines/revocable.js';
import type { Network } from '../network.js';
import { gone } from '../population.js';
import type { Station } from '../station.js';
import { Admission } from './admission.js';
import type { StationSetup } from './station-setup.js';

/** Equal servers with one waiting line; a service once begun is finished. */
export class Servers implements Station {
  busy = 0;
  /** Some stations change it. */
  servers: number;
  readonly door: Admission;
  readonly line: WaitingLine;
  /** Whether everyone who comes gets in and stays until served. */
  readonly isPlain: boolean;
  private readonly network: Network;

  constructor(setup: StationSetup, line: WaitingLine) {
    this.network = setup.network;
    this.servers = setup.servers;
    this.isPlain =
      new.target === Servers &&
      setup.capacity === Number.POSITIVE_INFINITY &&
      !setup.patience &&
      !setup.retrying &&
      !setup.revocable &&
      !setup.baulking;
    this.door = new Admission(setup, customer => this.comeIn(customer));
    this.line = setup.patience
      ? new ImpatientLine(line, {
          network: setup.network,
          patience: setup.patience,
          onLeave: customer => this.givenUp(customer),
        })
      : setup.revocable
        ? new RevocableLine(line, setup.network.population)
        : line;
  }

  get present(): number {
    return this.door.present;
  }

  enter(customer: number): void {
    if (this.door.admits(customer)) this.comeIn(customer);
  }

  protected comeIn(customer: number): void {
    if (this.busy < this.servers) {
      this.busy++;
      this.start(customer);
    } else this.wait(customer);
  }

  protected wait(customer: number): void {
    this.network.population.began[customer] = Number.NaN;
    this.line.push(customer);
  }

  finish(customer: number): void {
    const { network } = this;
    network.books.visitEnds(customer);
    this.freeServer();
    network.forward(customer);
  }

  /** A customer has left its server, which the next one takes. */
  protected freeServer(): void {
    this.door.present--;
    this.serveNext();
  }

  /** A server has nobody any more. */
  protected serveNext(): void {
    const { line } = this;
    if (line.size > 0) this.start(line.shift());
    else this.busy--;
  }

  attained(customer: number, now: number): number {
    const began = this.network.population.began[customer];
    return Number.isNaN(began) ? 0 : now - began;
  }

  /** Its handle is free only when its place in the line is. */
  private givenUp(customer: number): void {
    this.network.books.givesUp(customer);
    this.door.present--;
    this.network.population.station[customer] = gone;
  }

  /** The customer leaves without having been served to the end; whether it was in service. */
  withdraw(customer: number): boolean {
    const { network, line, door } = this;
    const { population, books } = network;
    const waits = Number.isNaN(population.began[customer]);
    books.withdrawn(customer);
    door.present--;
    if (waits) {
      (line as RevocableLine).revoke(customer);
      population.station[customer] = gone;
    } else this.serveNext();
    return !waits;
  }

  protected start(customer: number): void {
    const { population, calendar, clock } = this.network;
    const now = clock[0];
    population.began[customer] = now;
    calendar.times[calendar.slot] = now + population.demand[customer];
    calendar.schedule(customer);
  }
}
