import type { Redis } from 'ioredis';
import { LiveUnavailable } from '../../problem.js';

/** BLMOVE came with this version of Redis; every Valkey has it. */
const needed = [6, 2] as const;

/**
 * `redis-server 7.0.15` or `valkey-server 8.0.1`, by the server's own words.
 * @throws LiveUnavailable when the server is too old
 */
export async function serverOf(redis: Redis): Promise<string> {
  const info = await redis.info('server');
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1].trim() ?? 'unknown';
  if (field('server_name') === 'valkey') return `valkey-server ${field('valkey_version')}`;
  const version = field('redis_version');
  const [major, minor] = version.split('.').map(Number);
  if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
    throw new LiveUnavailable(
      `redis-server ${version} has no BLMOVE; ${needed.join('.')} or later is needed`,
    );
  }
  return `redis-server ${version}`;
}
