import { Redis } from 'ioredis';
import { LiveUnavailable } from '../../problem.js';

/** A connection that is up, or one clear reason why not. It does not come back by itself: a lost server is told. */
export async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 5000,
    enableReadyCheck: true,
  });
  // Commands fail with the reason; an 'error' event nobody hears would end the process.
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new LiveUnavailable(`${placeOf(url)} ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/** Host and port, without user and password. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the Redis URL';
  const { hostname, port } = new URL(url);
  return `the Redis server at ${hostname}:${port || 6379}`;
}

function reasonOf({ message, code }: NodeJS.ErrnoException): string {
  if (/WRONGPASS|invalid password|invalid username/i.test(message)) return 'refuses the user or the password';
  if (/NOAUTH/i.test(message)) return 'asks for a password: put it into the URL, redis://:password@host:port';
  if (/NOPERM/i.test(message)) return 'does not let this user do that';
  if (/LOADING/i.test(message)) return 'is still loading its data';
  if (code === 'ECONNREFUSED') return 'does not answer: nothing listens there';
  if (code === 'ENOTFOUND') return 'cannot be found: there is no such host';
  return `cannot be reached (${code ?? 'connection closed'})`;
}
