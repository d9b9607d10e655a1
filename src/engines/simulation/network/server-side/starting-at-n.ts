import type { WaitingLine } from '../lines/line.js';
import { Servers } from '../stations/servers.js';
import type { StationSetup } from '../stations/station-setup.js';

/** A server that stops when nobody is left, and starts again when so many wait: the N-policy. */
export class StartingAtN extends Servers {
  private readonly threshold: number;
  private stopped = true;

  constructor(setup: StationSetup, line: WaitingLine, threshold: number) {
    super(setup, line);
    this.threshold = threshold;
  }

  protected override comeIn(customer: number): void {
    this.wait(customer);
    if (!this.stopped || this.line.size < this.threshold) return;
    this.stopped = false;
    this.busy++;
    this.start(this.line.shift());
  }

  protected override serveNext(): void {
    super.serveNext();
    this.stopped = this.busy === 0;
  }
}
