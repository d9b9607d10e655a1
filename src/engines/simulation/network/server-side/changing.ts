import type { WaitingLine } from '../lines/line.js';
import { Servers } from '../stations/servers.js';
import type { StationSetup } from '../stations/station-setup.js';
import { Staff } from './staff.js';

/**
 * Servers whose number changes. One that is to leave while it serves finishes its customer first; of those idle one
 * leaves at once.
 */
export class ChangingServers extends Servers {
  readonly staff: Staff;
  /** Customers who have come, with a place or without. */
  come = 0;
  /** Servers that are on their way, and those that somebody wants; kept by whoever decides. */
  starting = 0;
  asked: number;
  private readonly setup: StationSetup;

  constructor(setup: StationSetup, line: WaitingLine) {
    super(setup, line);
    this.setup = setup;
    this.asked = setup.servers;
    this.staff = new Staff(setup.network);
    this.noteStaff();
  }

  /** So many servers are there from now on. */
  change(servers: number): void {
    this.servers = servers;
    const { line } = this;
    while (this.busy < servers && line.size > 0) {
      this.busy++;
      this.start(line.shift());
    }
    this.noteStaff();
  }

  override enter(customer: number): void {
    this.come++;
    super.enter(customer);
  }

  /** Seconds since the customer came who waits longest; 0 where nobody waits. */
  get oldestAge(): number {
    const { population, clock } = this.setup.network;
    const { station, began, joined } = population;
    if (this.line.size === 0) return 0;
    let first = clock[0];
    for (let customer = 0; customer < population.handles; customer++) {
      if (station[customer] !== this.setup.id || !Number.isNaN(began[customer])) continue;
      if (joined[customer] < first) first = joined[customer];
    }
    return clock[0] - first;
  }

  noteStaff(): void {
    const ready = Math.max(this.servers, this.busy);
    this.staff.note({ busy: this.busy, ready, paid: ready + this.starting, asked: this.asked });
  }

  protected override comeIn(customer: number): void {
    super.comeIn(customer);
    this.noteStaff();
  }

  protected override serveNext(): void {
    if (this.busy > this.servers) this.busy--;
    else super.serveNext();
    this.noteStaff();
  }
}
