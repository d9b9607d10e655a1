import type { Draws } from '../draws.js';
import type { WaitingLine } from '../lines/line.js';
import { Servers } from '../stations/servers.js';
import type { StationSetup } from '../stations/station-setup.js';
import { Pending } from './pending.js';
import { Staff } from './staff.js';

/**
 * Servers that are switched off when they have nothing to do, at once or after a while, and have to be set up before
 * they serve again (A. Gandhi et al., "Exact analysis of the M/M/k/setup class of Markov chains", Queueing Systems
 * 77, 2014; checked against the chains of one and two servers): as many are being set up as customers wait, no more
 * than are off; when others take the waiting customers, the set-ups begun last are called off. Of those that are idle
 * and still on, the last one that served takes the next customer. All are off at first.
 */
export class SettingUp extends Servers {
  readonly staff: Staff;
  private readonly settingUp: Pending;
  /** Idle and on, until they are switched off. */
  private readonly lingering: Pending | undefined;

  constructor(
    setup: StationSetup,
    line: WaitingLine,
    times: { readonly setUp: Draws; readonly delayOff?: Draws },
  ) {
    super(setup, line);
    const { network } = setup;
    this.staff = new Staff(network);
    this.settingUp = new Pending(network, times.setUp, count => this.ready(count));
    this.lingering = times.delayOff && new Pending(network, times.delayOff, () => this.noteStaff());
    this.noteStaff();
  }

  protected override comeIn(customer: number): void {
    if (this.lingering !== undefined && this.lingering.callOff(1) === 1) {
      this.busy++;
      this.start(customer);
    } else {
      this.wait(customer);
      this.plan();
    }
    this.noteStaff();
  }

  protected override serveNext(): void {
    if (this.line.size > 0) {
      this.start(this.line.shift());
      this.plan();
    } else {
      this.busy--;
      this.lingering?.begin(1);
    }
    this.noteStaff();
  }

  private ready(count: number): void {
    const { line } = this;
    for (let i = 0; i < count; i++) {
      if (line.size > 0) {
        this.busy++;
        this.start(line.shift());
      } else this.lingering?.begin(1);
    }
    this.plan();
    this.noteStaff();
  }

  /** Sets up one server for each customer who waits, as far as there are any. */
  private plan(): void {
    const { line, settingUp, servers, busy } = this;
    const wanted = Math.min(line.size, servers - busy);
    if (settingUp.size < wanted) settingUp.begin(wanted - settingUp.size);
    else settingUp.callOff(settingUp.size - wanted);
  }

  private noteStaff(): void {
    const { busy, servers } = this;
    const paid = busy + this.settingUp.size + (this.lingering?.size ?? 0);
    this.staff.note({ busy, ready: servers, paid, asked: servers });
  }
}
