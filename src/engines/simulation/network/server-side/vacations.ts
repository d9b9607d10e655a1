import { Alarm } from '../alarm.js';
import { type Draws, drawBlock } from '../draws.js';
import type { WaitingLine } from '../lines/line.js';
import type { Network } from '../network.js';
import { Servers } from '../stations/servers.js';
import type { StationSetup } from '../stations/station-setup.js';

/** A server that goes away when nobody is left, once or again and again until somebody is there when it comes back. */
export class Vacations extends Servers {
  private readonly owner: Network;
  private readonly length: Draws;
  private readonly again: boolean;
  private readonly alarm: Alarm;
  private away = false;

  constructor(
    setup: StationSetup,
    line: WaitingLine,
    { length, again }: { readonly length: Draws; readonly again: boolean },
  ) {
    super(setup, line);
    this.owner = setup.network;
    this.length = length;
    this.again = again;
    this.alarm = new Alarm(setup.network, () => this.comeBack());
    if (again) this.leave();
  }

  protected override comeIn(customer: number): void {
    if (this.away) this.wait(customer);
    else super.comeIn(customer);
  }

  protected override serveNext(): void {
    super.serveNext();
    if (this.busy === 0) this.leave();
  }

  private leave(): void {
    const { length, alarm, owner } = this;
    if (length.at === drawBlock) length.refill();
    this.away = true;
    alarm.due = owner.clock[0] + length.block[length.at++];
    alarm.arm();
  }

  private comeBack(): void {
    this.away = false;
    if (this.line.size > 0) {
      this.busy++;
      this.start(this.line.shift());
    } else if (this.again) this.leave();
  }
}
