import type { WaitingLine } from '../lines/line.js';
import { type Holding, refuseDeadlock } from './deadlock.js';
import { Servers } from './servers.js';
import type { StationSetup } from './station-setup.js';

/**
 * Servers in a network with blocking after service (H. G. Perros, "Queueing Networks with Blocking", 1994, type 1
 * blocking): who has been served and finds the next station full stays, and holds its server, until there is a
 * place for it; who was blocked first goes first. A held server counts as busy, and the time as the customer's
 * service. Nobody holds a server for those who come from outside: they are lost.
 */
export class Blocking extends Servers implements Holding {
  /** Where those go who are blocked here. */
  readonly nextOfBlocked: Blocking[] = [];
  readonly name: string;
  private readonly setup: StationSetup;
  /** Those who wait, in servers of other stations or of this one, for a place here. */
  private readonly waiting: { readonly customer: number; readonly from: Blocking }[] = [];

  constructor(setup: StationSetup, line: WaitingLine) {
    super(setup, line);
    this.setup = setup;
    this.name = setup.name;
  }

  override finish(customer: number): void {
    const { network, id } = this.setup;
    const to = network.routes[id].next(customer);
    const next = network.stations[to];
    if (next instanceof Blocking && next.blocks) {
      this.nextOfBlocked.push(next);
      next.waiting.push({ customer, from: this });
      refuseDeadlock(this);
    } else this.letGo(customer, to);
  }

  private get isFull(): boolean {
    return this.door.present >= this.setup.capacity;
  }

  private get blocks(): boolean {
    return this.isFull && this.setup.blocks === true;
  }

  private letGo(customer: number, to: number): void {
    this.setup.network.books.visitEnds(customer);
    this.freeServer();
    this.setup.network.send(customer, to);
    this.fill();
  }

  /** Gives the places that are free to those who wait for them. */
  private fill(): void {
    while (!this.isFull) {
      const first = this.waiting.shift();
      if (first === undefined) return;
      const { nextOfBlocked } = first.from;
      nextOfBlocked.splice(nextOfBlocked.indexOf(this), 1);
      first.from.letGo(first.customer, this.setup.id);
    }
  }
}
