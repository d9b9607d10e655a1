import { column } from '../../ledger.js';
import type { Network } from '../network.js';
import type { StaffBooks } from '../station.js';

/** How many servers there are at a moment. */
export interface Staffing {
  readonly busy: number;
  /** Busy or idle, but there to serve: what is busy is a share of them. */
  readonly ready: number;
  /** Those being started or set up as well: what is paid for. */
  readonly paid: number;
  /** That somebody has asked for. */
  readonly asked: number;
}

/** The servers of a station whose number changes over time: the areas below, for the books. */
export class Staff implements StaffBooks {
  most = 0;
  private readonly network: Network;
  private now: Staffing = { busy: 0, ready: 0, paid: 0, asked: 0 };
  private since = 0;
  /** Server-seconds since the start, and as far as the books have had them. */
  private readonly area = { busy: 0, ready: 0, paid: 0, asked: 0 };
  private booked = { ...this.area };
  private looks = 0;
  private looksAbove = 0;

  constructor(network: Network) {
    this.network = network;
  }

  /** From now on there are so many. */
  note(staffing: Staffing): void {
    this.pass(this.network.clock[0]);
    this.now = staffing;
    if (staffing.paid > this.most) this.most = staffing.paid;
  }

  /** An autoscaler has looked at the station. @param above whether the signal stood above its target */
  look(above: boolean): void {
    this.looks++;
    if (above) this.looksAbove++;
  }

  /** Server-seconds from the start until now. */
  get soFar(): Staffing {
    this.pass(this.network.clock[0]);
    return { ...this.area };
  }

  settle(sums: Float64Array, base: number, end: number): void {
    this.pass(end);
    const { area, booked } = this;
    sums[base + column.serversBusy] += area.busy - booked.busy;
    sums[base + column.serversReady] += area.ready - booked.ready;
    sums[base + column.serversPaid] += area.paid - booked.paid;
    sums[base + column.serversAsked] += area.asked - booked.asked;
    sums[base + column.looks] += this.looks;
    sums[base + column.looksAbove] += this.looksAbove;
    this.booked = { ...area };
    this.looks = 0;
    this.looksAbove = 0;
  }

  private pass(time: number): void {
    const { area, now } = this;
    const length = time - this.since;
    area.busy += now.busy * length;
    area.ready += now.ready * length;
    area.paid += now.paid * length;
    area.asked += now.asked * length;
    this.since = time;
  }
}
