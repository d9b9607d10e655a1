import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { compiled } from '../../../../compiled.js';
import { endInWords, hasEnded, startProcess } from '../../own-process.js';
import { LiveUnavailable } from '../../problem.js';
import type { GuardReport } from './guard-report.js';

const programs = ['redis-server', 'valkey-server'] as const;

export interface OwnServer {
  readonly url: string;
  readonly pid: number;
  /** Resolves with the reason when the server ends by itself. */
  readonly lost: Promise<string>;
  readonly close: () => Promise<void>;
}

/** A Redis server on a free port of loopback that keeps nothing on disk and ends with this process. */
export async function ownServer(): Promise<OwnServer> {
  const program = programOnPath();
  if (program === undefined) {
    throw new LiveUnavailable(
      `there is no ${programs.join(' or ')} on the PATH; install one, name a running server with --redis-url, or use --broker zeromq`,
    );
  }
  const guard = startProcess(compiled(import.meta.url, './guard.js'), [program]);
  const report = await firstReport(guard);
  if (report.kind === 'failed') {
    // It clears its folder away and ends by itself.
    if (!hasEnded(guard)) await once(guard, 'exit');
    throw new LiveUnavailable(`${program} did not start: ${report.reason}`);
  }
  let closing = false;
  const lost = new Promise<string>(resolve => {
    guard.on('message', (later: GuardReport) => {
      if (!closing && later.kind === 'failed') resolve(`the Redis server was lost: ${later.reason}`);
    });
    guard.on('exit', (_, signal) => {
      // A guard that was killed has cleared nothing away.
      if (signal !== null) clearAway(report);
      if (!closing) resolve('the Redis server was lost: its guard ended');
    });
  });
  return {
    url: `redis://127.0.0.1:${report.port}`,
    pid: report.pid,
    lost,
    async close() {
      if (closing) return;
      closing = true;
      if (hasEnded(guard)) return;
      const gone = once(guard, 'exit');
      if (guard.connected) guard.send('end');
      await gone;
    },
  };
}

async function firstReport(guard: ChildProcess): Promise<GuardReport> {
  return Promise.race([
    once(guard, 'message').then(([report]) => report as GuardReport),
    once(guard, 'exit').then(([code, signal]) => ({
      kind: 'failed' as const,
      reason: `its guard ended (${endInWords(code, signal)})`,
    })),
  ]);
}

function clearAway({ pid, folder }: GuardReport & { kind: 'ready' }): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  rmSync(folder, { recursive: true, force: true });
}

function programOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return programs.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
