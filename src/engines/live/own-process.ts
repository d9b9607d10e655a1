import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a process of the run, in a session of its own: a Ctrl-C in the terminal reaches the parent alone,
 * which then tells the others. Nothing that it prints can get between the data on stdout.
 */
export const startProcess = (file: URL, args: readonly string[] = []): ChildProcess =>
  fork(file, args, {
    serialization: 'advanced',
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

/** Ends a process for certain. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** `SIGKILL` or `exit code 1`. */
export const endInWords = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ?? `exit code ${code}`;
