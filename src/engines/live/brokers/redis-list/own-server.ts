import { fork } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { compiled } from '../../../../compiled.js';
import { LiveUnavailable } from '../../problem.js';

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
  const guard = fork(compiled(import.meta.url, './guard.js'), [program], { stdio: 'ignore' });
  const [told] = (await Promise.race([
    once(guard, 'message'),
    once(guard, 'exit').then(() => [{ failed: 'its guard ended' }]),
  ])) as [{ port?: number; pid?: number; failed?: string }];
  if (told.port === undefined || told.pid === undefined) {
    throw new LiveUnavailable(`${program} did not start: ${told.failed}`);
  }
  let closing = false;
  const lost = new Promise<string>(resolve => {
    guard.on('message', ({ failed }: { failed?: string }) => {
      if (!closing) resolve(`the Redis server was lost: ${failed}`);
    });
    guard.on('exit', () => {
      if (!closing) resolve('the Redis server was lost: its guard ended');
    });
  });
  return {
    url: `redis://127.0.0.1:${told.port}`,
    pid: told.pid,
    lost,
    async close() {
      if (closing) return;
      closing = true;
      if (guard.exitCode !== null || guard.signalCode !== null) return;
      if (guard.connected) guard.send('end');
      await once(guard, 'exit');
    },
  };
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
