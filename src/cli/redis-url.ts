import { hideInMessages } from './output.js';
import { Problem } from './problem.js';

export interface RedisArguments {
  readonly redisUrl?: string;
  readonly allowPlainPassword?: boolean;
}

const variable = 'SOJOURN_REDIS_URL';

/**
 * The user's own Redis server, from the flag or the environment; it may hold a password. What reads the list of processes, or
 * the environment of those that this one starts, finds it no more.
 * @throws Problem when that password cannot be told from the rest, or would cross a network for everyone to read
 */
export function redisUrlOf({ redisUrl, allowPlainPassword }: RedisArguments): { redisUrl?: string } {
  const url = redisUrl ?? process.env[variable];
  delete process.env[variable];
  if (url === undefined || url === '') return {};
  if (/[@?]/.test(url)) hideInMessages(url);
  // The title stands where the arguments stood.
  if (redisUrl !== undefined) process.title = 'sojourn';
  const from = redisUrl === undefined ? variable : '--redis-url';
  if (isCutShort(url))
    throw new Problem(
      `${from}: there is an @ after a /, a ? or a #, so the password would end there; expected these characters of a password as %2F, %3F, %23`,
    );
  const place = allowPlainPassword ? undefined : sentInPlain(url);
  if (place === undefined) return { redisUrl: url };
  throw new Problem(
    `${from}: the password would go to ${place} unencrypted; expected rediss:// (TLS), a server on this machine, or --allow-plain-password where the network is trusted`,
  );
}

/** Whether a character that ends the host stands before an @: what is taken for the host is a part of the password then. */
const isCutShort = (url: string): boolean => /^\w+:\/\/.*[/?#].*@/s.test(url);

/** Host and port that would get a password in plain; undefined where none does. What is no URL is told later. */
function sentInPlain(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== 'redis:') return undefined;
  if (url.password === '' && !url.searchParams.has('password')) return undefined;
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(url.hostname);
  return local ? undefined : `${url.hostname}:${url.port || 6379}`;
}
