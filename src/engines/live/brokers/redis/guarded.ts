import { once } from 'node:events';
import { accessSync, constants, rmSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { compiled } from '../../../../compiled.js';
import { endInWords, hasEnded, startProcess } from '../../own-process.js';
import { LiveUnavailable } from '../../problem.js';
import type { GuardOrder, GuardReport } from './guard-protocol.js';

const programs = ['redis-server', 'valkey-server'] as const;

/** Redis servers of our own, which end with this process, however it ends. */
export interface Guarded {
  /** Starts one, or one that was killed once more. @throws LiveUnavailable when it does not become ready */
  readonly start: (order: Omit<GuardOrder & { kind: 'start' }, 'kind'>) => Promise<void>;
  /** Resolves when it is gone. */
  readonly kill: (name: string) => Promise<void>;
  /** Of those that run. */
  readonly pids: () => number[];
  /** Resolves with the reason when one ends by itself. */
  readonly lost: Promise<string>;
  readonly close: () => Promise<void>;
}

/** A guard that keeps no server yet. @throws LiveUnavailable when there is no server program */
export async function guarded(): Promise<Guarded> {
  const program = programOnPath();
  if (program === undefined) {
    throw new LiveUnavailable(
      `there is no ${programs.join(' or ')} on the PATH; install one, name a running server with --redis-url, or use --broker zeromq`,
    );
  }
  const guard = startProcess(compiled(import.meta.url, './guard.js'), [program]);
  const pids = new Map<string, number>();
  let folder: string | undefined;
  let closing = false;
  let lose: (reason: string) => void = () => {};
  const lost = new Promise<string>(resolve => {
    lose = resolve;
  });
  guard.on('message', (report: GuardReport) => {
    if (report.kind === 'folder') folder = report.folder;
    else if (report.kind === 'ready') pids.set(report.name, report.pid);
    else pids.delete(report.name);
    if (report.kind === 'failed' && !closing) lose(`the Redis server was lost: ${report.reason}`);
  });
  const ended = once(guard, 'exit').then(([code, signal]) => {
    // A guard that was killed has cleared nothing away.
    if (signal !== null) clearAway([...pids.values()], folder);
    if (!closing) lose('the Redis server was lost: its guard ended');
    return `its guard ended (${endInWords(code, signal)})`;
  });

  /** Orders that, and waits for the report of what it was for. */
  const done = async (order: GuardOrder & { name: string }, kind: 'ready' | 'killed') => {
    const told = new Promise<GuardReport>(resolve => {
      const listen = (report: GuardReport) => {
        if (report.kind === 'folder' || report.name !== order.name) return;
        guard.off('message', listen);
        resolve(report);
      };
      guard.on('message', listen);
    });
    if (guard.connected) guard.send(order);
    const report = await Promise.race([told, ended]);
    if (typeof report !== 'string' && report.kind === kind) return;
    const reason =
      typeof report === 'string' ? report : report.kind === 'failed' ? report.reason : 'it was killed';
    throw new LiveUnavailable(`${basename(program)} did not start: ${reason}`);
  };

  return {
    start: order => done({ kind: 'start', ...order }, 'ready'),
    kill: name => done({ kind: 'kill', name }, 'killed'),
    pids: () => [...pids.values()],
    lost,
    async close() {
      closing = true;
      if (hasEnded(guard)) return;
      if (guard.connected) guard.send({ kind: 'end' } satisfies GuardOrder);
      await ended;
    },
  };
}

function clearAway(pids: readonly number[], folder: string | undefined): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
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
