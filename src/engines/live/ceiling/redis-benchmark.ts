import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ownServer } from '../brokers/redis/own-server.js';

/** What `redis-benchmark`, which comes with Redis, gets out of the same server with the command of our lists. */
export interface Yardstick {
  readonly program: string;
  readonly command: string;
  readonly tries: readonly { readonly inFlight: number; readonly perSecond: number }[];
}

const program = 'redis-benchmark';
const requests = 100_000;
const limitMs = 60_000;

/**
 * LPUSH by one client of `redis-benchmark` with so many commands in flight, on a server of our own; undefined
 * where the program is not installed.
 * @throws LiveUnavailable when the server does not start
 */
export async function redisBenchmark(
  inFlight: readonly number[],
  payloadBytes: number,
): Promise<Yardstick | undefined> {
  if (!(await isInstalled())) return undefined;
  const server = await ownServer();
  try {
    const { hostname, port } = new URL(server.url);
    const tries = [];
    for (const window of inFlight) {
      const words = ['-h', hostname, '-p', port, '-t', 'lpush', '-c', '1', '-P', String(window)];
      const bytes = String(Math.max(1, payloadBytes));
      const { stdout } = await run(program, [...words, '-n', String(requests), '-d', bytes, '--csv'], {
        timeout: limitMs,
      });
      tries.push({ inFlight: window, perSecond: rateIn(stdout) });
    }
    return { program, command: 'LPUSH', tries };
  } finally {
    await server.close();
  }
}

const run = promisify(execFile);

async function isInstalled(): Promise<boolean> {
  try {
    await run(program, ['--version'], { timeout: limitMs });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Requests a second from its lines: `"test","rps",...` and `"LPUSH","123456.78",...`. */
function rateIn(csv: string): number {
  const row = csv.split('\n').find(line => line.startsWith('"LPUSH"'));
  const rate = Number(row?.split(',')[1]?.replaceAll('"', ''));
  if (!(rate > 0)) throw new Error(`${program} printed no rate: ${csv.slice(0, 200)}`);
  return rate;
}
