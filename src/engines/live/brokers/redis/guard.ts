import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followParent } from '../../follow-parent.js';
import { freePort } from '../../free-port.js';
import { endInWords } from '../../own-process.js';
import type { GuardReport } from './guard-report.js';

/*
 * Keeps a Redis server of our own and takes it away again when the process that asked for it ends, however it
 * ends: a parent that was killed cannot clean up, but its line to this process breaks.
 */
const [, , program] = process.argv;

/** The server must be ready within this time. */
const readyMs = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'sojourn-redis-'));
let server: ChildProcess | undefined;
process.on('exit', () => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
followParent();
process.on('message', () => process.exit());

const port = await freePort();
const child = spawn(
  program,
  [
    ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder],
    ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
  ],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
server = child;

child.on('error', ({ message }) => fail(message));
child.on('exit', (code, signal) => fail(`it ended (${endInWords(code, signal)})`));
const late = setTimeout(() => fail(`it was not ready after ${readyMs / 1000} s`), readyMs);
let said = '';
child.stdout.on('data', function listen(chunk) {
  said += chunk;
  if (!/ready to accept connections/i.test(said)) return;
  clearTimeout(late);
  child.stdout.off('data', listen);
  child.stdout.resume();
  const report: GuardReport = { kind: 'ready', port, pid: child.pid ?? 0, folder };
  process.send?.(report);
});

function fail(reason: string): void {
  const report: GuardReport = { kind: 'failed', reason };
  process.send?.(report, () => process.exit());
}
