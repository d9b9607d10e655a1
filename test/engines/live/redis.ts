import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';

/** Where a server program stands on the PATH. */
const program = ['redis-server', 'valkey-server']
  .flatMap(name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)))
  .find(existsSync);

/** Skips a test that needs a Redis server where none is installed; on CI it then fails, for there one must be. */
export function needsRedis({ skip }: TestContext): void {
  if (program === undefined && !process.env.CI) skip('neither redis-server nor valkey-server is on the PATH');
}

export interface TestServer {
  readonly port: number;
  readonly process: ChildProcess;
}

/** A server such as a user has one of their own; it ends with the test. */
export async function userServer(...options: string[]): Promise<TestServer> {
  if (program === undefined) throw new Error('there is no redis-server on the PATH');
  const port = await freePort();
  const server = spawn(
    program,
    ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', '/tmp', ...options],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  onTestFinished(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  });
  let said = '';
  for await (const chunk of server.stdout) {
    said += chunk;
    if (/ready to accept connections/i.test(said)) return { port, process: server };
  }
  throw new Error(`the test's Redis server did not start:\n${said}`);
}

/** A port of loopback on which nothing listens. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
