import { execFileSync } from 'node:child_process';
import { type LiveRun, type MeasureOptions, measure } from '../../../src/engines/live/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import type { Scenario } from '../../../src/scenario/type.js';
import type { Schedule } from '../../../src/workload/workload.js';

/** Two consumers of 5 ms services, 200 messages a second; further lines of YAML may say more. */
export const scenario = (live: string): Scenario =>
  parseScenario(`arrivals: 200/s\nservice: 5ms\nservers: 2\nlive: { ${live} }\n`);

/** Messages at even distances, each with the same service: nothing here judges a statistic. */
export function customers(count: number): Schedule {
  return {
    intended: Float64Array.from({ length: count }, (_, i) => i * 0.005),
    services: new Float64Array(count).fill(0.005),
  };
}

/** Runs so long that nothing but its end can come, and does `act` once some messages are through. */
export async function disturbed(
  live: string,
  act: () => void,
  options: Partial<MeasureOptions> = {},
): Promise<LiveRun> {
  let acted = false;
  return measure(scenario(live), {
    customers: customers(100_000),
    ...options,
    onProgress({ done = 0 }) {
      if (acted || done < 20) return;
      acted = true;
      act();
    },
  });
}

export interface Running {
  readonly pid: number;
  readonly command: string;
}

/** The processes that a process has started, and those that they have, as long as they run. */
export function descendants(of: number): Running[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [])
    .map(([, pid, parent, state, command]) => ({ pid: Number(pid), parent: Number(parent), state, command }))
    .filter(({ state, command }) => state !== undefined && !state.startsWith('Z') && !/^ps -A/.test(command));
  const children = (parent: number): Running[] =>
    table
      .filter(one => one.parent === parent)
      .flatMap(({ pid, command }) => [{ pid, command }, ...children(pid)]);
  return children(of);
}

/** The processes of a run that this process drives. */
export const ofRuns = (): Running[] =>
  descendants(process.pid).filter(({ command }) => /engines\/live|redis-server|valkey-server/.test(command));

/** Whether a process still runs; one that has ended and waits to be collected does not. */
export function isRunning(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return state !== '' && !state.startsWith('Z');
  } catch {
    // ps fails when there is no such process.
    return false;
  }
}
