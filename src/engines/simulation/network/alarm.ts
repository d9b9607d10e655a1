import type { Network } from './network.js';
import type { Agent } from './station.js';

/**
 * One pending moment that may be moved: for what ends not when it was scheduled but when the state says so.
 * An event that was overtaken stays in the calendar and is passed over when its time comes, which is cheaper
 * than finding it there.
 */
export class Alarm implements Agent {
  /** When it is to ring; Infinity: never. Written by its owner, who then calls `arm`. */
  due = Number.POSITIVE_INFINITY;
  /** Time of the event that counts. */
  private scheduled = Number.POSITIVE_INFINITY;
  private readonly network: Network;
  private readonly tag: number;
  private readonly ring: () => void;

  constructor(network: Network, ring: () => void) {
    this.network = network;
    this.ring = ring;
    this.tag = network.enlist(this);
  }

  /** Sees to it that an event is scheduled no later than `due`. */
  arm(): void {
    if (this.due >= this.scheduled) return;
    const { calendar } = this.network;
    this.scheduled = this.due;
    calendar.times[calendar.slot] = this.due;
    calendar.schedule(this.tag);
  }

  act(): void {
    const now = this.network.clock[0];
    if (now !== this.scheduled) return;
    this.scheduled = Number.POSITIVE_INFINITY;
    if (this.due > now) this.arm();
    else this.ring();
  }
}
