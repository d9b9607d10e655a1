import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticks = 100;

/** Processor seconds that a process has used; undefined where the system does not tell. */
export function processorSecondsOf(pid: number | undefined): number | undefined {
  const told = statOf(pid);
  return told && (told[11] + told[12]) / ticks;
}

/**
 * Whether a process goes before all that have no real-time priority, and how it takes turns with its like; undefined where it
 * does not, or where the system does not tell. Children inherit it.
 */
export function realTimeOf(pid: number | undefined): 'first in, first out' | 'round robin' | undefined {
  const policy = statOf(pid)?.[38];
  return policy === 1 ? 'first in, first out' : policy === 2 ? 'round robin' : undefined;
}

/** What Linux tells of a process after its name: proc(5), /proc/pid/stat from the third field on. */
function statOf(pid: number | undefined): number[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
}

export interface HostTime {
  /** Processor seconds in use by anyone, over all cores, those of `nice` left out. */
  readonly busy: number;
  /** In use by programs of lower priority (nice above 0). */
  readonly nice: number;
  /** Taken away by the host of a virtual machine. */
  readonly stolen: number;
}

/** Processor time of the whole machine since it started; undefined where the system does not tell. */
export function hostTime(): HostTime | undefined {
  try {
    const [user, nice, system, , , irq, softIrq, steal] = readFileSync('/proc/stat', 'utf8')
      .split('\n', 1)[0]
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return { busy: (user + system + irq + softIrq) / ticks, nice: nice / ticks, stolen: steal / ticks };
  } catch {
    return undefined;
  }
}
