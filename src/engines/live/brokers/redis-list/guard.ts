import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Keeps a Redis server of our own and takes it away again when the process that asked for it ends, however it
 * ends: a parent that was killed cannot clean up, but its line to this process breaks.
 */
const [, , program] = process.argv;
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const folder = mkdtempSync(join(tmpdir(), 'sojourn-redis-'));
const port = await freePort();
const server = spawn(
  program,
  [
    '--bind',
    '127.0.0.1',
    '--port',
    String(port),
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
    '--daemonize',
    'no',
  ],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);

function end(): void {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

process.on('disconnect', end);
process.on('message', end);
server.on('error', ({ message }) => {
  process.send?.({ failed: message });
  end();
});
server.on('exit', (code, signal) => {
  process.send?.({ failed: `it ended (${signal ?? `exit code ${code}`})` });
  end();
});
let said = '';
server.stdout.on('data', function listen(chunk) {
  said += chunk;
  if (!/Ready to accept connections/.test(said)) return;
  server.stdout.off('data', listen);
  server.stdout.resume();
  process.send?.({ port, pid: server.pid });
});

/** A port that nothing listens on now; if someone is faster, the server fails and says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
