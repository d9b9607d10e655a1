import { type Draws, drawBlock } from '../draws.js';
import type { Network } from '../network.js';
import type { Agent } from '../station.js';

/** Servers whose time comes at the same moment. */
interface Group {
  count: number;
}

/**
 * Servers on their way: each is ready after a time of its own, and the ones that began last can be called off.
 * Those that begin together and take equally long are one event.
 */
export class Pending implements Agent {
  /** On their way. */
  size = 0;
  private readonly network: Network;
  private readonly delay: Draws;
  private readonly onReady: (count: number) => void;
  private readonly tag: number;
  private readonly byTime = new Map<number, Group>();
  /** In the order in which they began; those at nought are done or called off. */
  private begun: Group[] = [];

  /** @param onReady told how many are ready now */
  constructor(network: Network, delay: Draws, onReady: (count: number) => void) {
    this.network = network;
    this.delay = delay;
    this.onReady = onReady;
    this.tag = network.enlist(this);
  }

  begin(count: number): void {
    for (let i = 0; i < count; i++) this.beginOne();
  }

  /** Calls off those that began last. @returns how many: no more than there are */
  callOff(count: number): number {
    const { begun } = this;
    let left = Math.min(count, this.size);
    const called = left;
    this.size -= called;
    while (left > 0) {
      const last = begun[begun.length - 1];
      const part = Math.min(left, last.count);
      last.count -= part;
      left -= part;
      if (last.count === 0) begun.pop();
    }
    return called;
  }

  act(): void {
    const now = this.network.clock[0];
    const group = this.byTime.get(now);
    this.byTime.delete(now);
    if (group === undefined || group.count === 0) return;
    const { count } = group;
    group.count = 0;
    this.size -= count;
    if (this.begun.length > 2 * this.size + 64) this.begun = this.begun.filter(one => one.count > 0);
    this.onReady(count);
  }

  private beginOne(): void {
    const { delay, network, byTime, begun } = this;
    const { calendar, clock } = network;
    if (delay.at === drawBlock) delay.refill();
    const time = clock[0] + delay.block[delay.at++];
    this.size++;
    const known = byTime.get(time);
    const group = known ?? { count: 0 };
    group.count++;
    if (group !== begun[begun.length - 1]) begun.push(group);
    if (known !== undefined) return;
    byTime.set(time, group);
    calendar.times[calendar.slot] = time;
    calendar.schedule(this.tag);
  }
}
