import { now } from '../clock.js';
import { hostTime, realTimeOf } from '../processor.js';

/** What the machine did to the run; absent where the system does not tell. */
export interface HostReadings {
  /** Seconds by which 99 % of one-millisecond sleeps were not exceeded. */
  readonly hiccups?: number;
  /** Cores taken away by the host of a virtual machine, on average. */
  readonly stolenCores?: number;
  /** Cores that other programs kept busy, on average. */
  readonly otherCores?: number;
  /** Cores that the run itself kept busy, on average. */
  readonly ownCores?: number;
}

/** Compares the processor time of the whole machine with our own, from its making to `read`. */
export class HostMeter {
  private readonly start = now();
  private readonly before = hostTime();
  private readonly ownBefore = ownSeconds();

  /** @param roles processor seconds of the roles and the broker since then */
  read(roles: number, hiccups: number | undefined): HostReadings {
    const after = hostTime();
    const seconds = now() - this.start;
    const own = ownSeconds() - this.ownBefore + roles;
    // Who goes before other programs is not disturbed by those that step back for all.
    const counts = realTimeOf(process.pid) ? 0 : 1;
    const known = { ...(hiccups !== undefined && { hiccups }), ownCores: own / seconds };
    if (!this.before || !after) return known;
    return {
      ...known,
      stolenCores: (after.stolen - this.before.stolen) / seconds,
      // The system counts in hundredths of a second: the difference can come out below nothing.
      otherCores: Math.max(
        0,
        (after.busy - this.before.busy + counts * (after.nice - this.before.nice) - own) / seconds,
      ),
    };
  }
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
