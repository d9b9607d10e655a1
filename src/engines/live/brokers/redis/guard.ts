import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followParent } from '../../follow-parent.js';
import { endInWords } from '../../own-process.js';
import type { GuardOrder, GuardReport } from './guard-protocol.js';

/*
 * Keeps Redis servers of our own and takes them away again when the process that asked for them ends, however it
 * ends: a parent that was killed cannot clean up, but its line to this process breaks. On demand it kills a server and
 * starts it again, in the same folder.
 */
const [, , program] = process.argv;

/** A server must be ready within this time. */
const readyMs = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'sojourn-redis-'));
const servers = new Map<string, ChildProcess>();
/** Names of those that are to be gone. */
const unwanted = new Set<string>();
process.on('exit', () => {
  for (const server of servers.values()) server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
followParent();
process.on('message', (order: GuardOrder) => {
  if (order.kind === 'end') process.exit();
  if (order.kind === 'start') start(order);
  else {
    unwanted.add(order.name);
    servers.get(order.name)?.kill('SIGKILL');
  }
});
tell({ kind: 'folder', folder });

function start({ name, options, configuration }: GuardOrder & { kind: 'start' }): void {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  const file = join(own, 'server.conf');
  if (configuration && !existsSync(file)) writeFileSync(file, [...configuration, `dir ${own}`].join('\n'));
  unwanted.delete(name);
  const child = spawn(program, configuration ? [file, ...options] : ['--dir', own, ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  servers.set(name, child);
  const fail = (reason: string) => {
    tell({ kind: 'failed', name, reason });
  };
  const late = setTimeout(() => fail(`it was not ready after ${readyMs / 1000} s`), readyMs);
  child.on('error', ({ message }) => {
    clearTimeout(late);
    fail(message);
  });
  child.on('exit', (code, signal) => {
    clearTimeout(late);
    if (unwanted.has(name)) tell({ kind: 'killed', name });
    else fail(`it ended (${endInWords(code, signal)})`);
  });
  let said = '';
  child.stdout.on('data', function listen(chunk) {
    said += chunk;
    if (!/ready to accept connections|sentinel id is/i.test(said)) return;
    clearTimeout(late);
    child.stdout.off('data', listen);
    child.stdout.resume();
    tell({ kind: 'ready', name, pid: child.pid ?? 0 });
  });
}

function tell(report: GuardReport): void {
  process.send?.(report);
}
