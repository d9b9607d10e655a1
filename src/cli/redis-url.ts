import { Problem } from './problem.js';

export interface RedisArguments {
  readonly redisUrl?: string;
  readonly allowPlainPassword?: boolean;
}

const variable = 'SOJOURN_REDIS_URL';

/**
 * The user's own Redis server, from the flag or the environment; it may hold a password.
 * @throws Problem when that password would cross a network for everyone to read
 */
export function redisUrlOf({ redisUrl, allowPlainPassword }: RedisArguments): { redisUrl?: string } {
  const url = redisUrl ?? process.env[variable];
  if (url === undefined || url === '') return {};
  const place = allowPlainPassword ? undefined : sentInPlain(url);
  if (place === undefined) return { redisUrl: url };
  throw new Problem(
    `${redisUrl === undefined ? variable : '--redis-url'}: the password would go to ${place} unencrypted; expected rediss:// (TLS), a server on this machine, or --allow-plain-password where the network is trusted`,
  );
}

/** Host and port that would get a password in plain; undefined where none does. What is no URL is told later. */
function sentInPlain(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== 'redis:' || url.password === '') return undefined;
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(url.hostname);
  return local ? undefined : `${url.hostname}:${url.port || 6379}`;
}
