import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { freePort } from '../../free-port.js';
import { LiveUnavailable } from '../../problem.js';
import { type ConnectOptions, connect, primaryName } from './connect.js';
import type { Guarded } from './guarded.js';

const count = 3;
/** Milliseconds of silence after which a Sentinel takes the primary for dead. */
const downAfterMs = 300;
/** Everybody must know everybody within this time; milliseconds. */
const acquaintedMs = 20_000;
const lookEveryMs = 50;

/**
 * Starts a replica of the primary, and three Sentinels of which two must agree that it is dead. Ready when the replica has
 * its copy and the Sentinels know it and each other.
 */
export async function withSentinels(
  { start }: Guarded,
  server: (name: string, ...options: string[]) => Promise<{ readonly port: number }>,
  primary: number,
): Promise<NonNullable<ConnectOptions['sentinels']>> {
  const replica = await server('replica', '--replicaof', '127.0.0.1', String(primary));
  await until(replica.port, async redis => /master_link_status:up/.test(await redis.info('replication')));
  const sentinels: { host: string; port: number }[] = [];
  for (let number = 1; number <= count; number++) {
    const port = await freePort();
    const configuration = [
      'bind 127.0.0.1',
      `port ${port}`,
      `sentinel monitor ${primaryName} 127.0.0.1 ${primary} 2`,
      `sentinel down-after-milliseconds ${primaryName} ${downAfterMs}`,
      `sentinel failover-timeout ${primaryName} 5000`,
    ];
    await start({ name: `sentinel-${number}`, options: ['--sentinel'], configuration });
    sentinels.push({ host: '127.0.0.1', port });
  }
  for (const { port } of sentinels) await until(port, knowsAll);
  return sentinels;
}

async function knowsAll(sentinel: Redis): Promise<boolean> {
  const words = (await sentinel.call('SENTINEL', 'MASTER', primaryName)) as string[];
  const field = (name: string) => Number(words[words.indexOf(name) + 1]);
  return field('num-other-sentinels') === count - 1 && field('num-slaves') === 1;
}

async function until(port: number, isSo: (redis: Redis) => Promise<boolean>): Promise<void> {
  const redis = await connect(`redis://127.0.0.1:${port}`);
  try {
    for (let waited = 0; !(await isSo(redis)); waited += lookEveryMs) {
      if (waited > acquaintedMs)
        throw new LiveUnavailable(
          'the Sentinels and the replica did not find each other; is the machine overloaded?',
        );
      await sleep(lookEveryMs);
    }
  } finally {
    redis.disconnect();
  }
}
