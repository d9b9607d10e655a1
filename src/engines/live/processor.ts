import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticks = 100;

/** Processor seconds that a process has used; undefined where the system does not tell. */
export function processorSecondsOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticks;
  } catch {
    return undefined;
  }
}

export interface HostTime {
  /** Processor seconds in use by anyone, over all cores. */
  readonly busy: number;
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
    return { busy: (user + nice + system + irq + softIrq) / ticks, stolen: steal / ticks };
  } catch {
    return undefined;
  }
}
