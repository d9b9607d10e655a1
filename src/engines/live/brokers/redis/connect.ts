import { setTimeout as sleep } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';
import { LiveUnavailable } from '../../problem.js';

/** A server that is alive answers within this time. */
const patienceMs = 5000;
/** A closing connection gets this long; the process cannot end before. */
const partingMs = 200;

export interface ConnectOptions {
  /** Milliseconds in which every command must be answered; absent on a connection that blocks. */
  readonly commandTimeout?: number;
  /** Whether the connection comes back by itself when it breaks; what was asked and not answered fails all the same. */
  readonly comesBack?: boolean;
  /** Who knows where the primary is; it is asked for each time that the connection is made. */
  readonly sentinels?: readonly { readonly host: string; readonly port: number }[];
}

/** By which the Sentinels know the primary. */
export const primaryName = 'queue';

/** Between two tries to come back, milliseconds. */
const returnMs = 25;

/**
 * A connection that is up, or one clear reason why not. Unless asked to, it does not come back by itself: a lost
 * server is told.
 * @throws LiveUnavailable
 */
export async function connect(
  url: string,
  { comesBack = false, sentinels, ...options }: ConnectOptions = {},
): Promise<Redis> {
  if (!isRedisUrl(url)) {
    throw new LiveUnavailable(
      'the Redis URL is not one: expected redis://user:password@host:port, where only the host is needed, or rediss:// for TLS',
    );
  }
  let up = false;
  const again = () => (comesBack && up ? returnMs : null);
  const settings: RedisOptions = {
    ...options,
    ...(sentinels && { sentinels: [...sentinels], name: primaryName, sentinelRetryStrategy: again }),
    lazyConnect: true,
    retryStrategy: again,
    maxRetriesPerRequest: 0,
    connectTimeout: patienceMs,
    disconnectTimeout: partingMs,
    // Our own first command tells the same, without a word on stderr.
    enableReadyCheck: false,
  };
  const redis = sentinels ? new Redis(settings) : new Redis(url, settings);
  // What really went wrong comes as an event; a refused SELECT only so, and the connection goes on elsewhere.
  let heard: Error | undefined;
  redis.on('error', (error: Error) => {
    heard ??= error;
  });
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), silence()]);
    if (heard) throw heard;
    up = true;
    // All that waits for its return listens.
    redis.setMaxListeners(100_000);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw unavailable(heard ?? (error as Error), url);
  }
}

function isRedisUrl(url: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(url);
    decodeURIComponent(username + password);
    return /^rediss?:$/.test(protocol) && hostname !== '';
  } catch {
    return false;
  }
}

async function silence(): Promise<never> {
  await sleep(patienceMs, undefined, { ref: false });
  throw Object.assign(new Error(), { code: 'ETIMEDOUT' });
}

/** Host and port, without user and password. */
export function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `the Redis server at ${hostname}:${port || 6379}`;
}

/** Why a server cannot be used. Its own words may repeat what it was sent, a password too: only their kind is told. */
export function unavailable(error: Error, url: string): LiveUnavailable {
  return new LiveUnavailable(`${placeOf(url)} ${reasonOf(error, url.startsWith('rediss:'))}`);
}

function reasonOf({ name, message, code }: NodeJS.ErrnoException, byTls: boolean): string {
  if (/WRONGPASS|invalid password|invalid username/i.test(message)) return 'refuses the user or the password';
  if (/NOAUTH/i.test(message)) return 'asks for a password: put it into the URL, redis://:password@host:port';
  if (/NOPERM/i.test(message))
    return 'does not let this user do that: it needs to connect, list and transaction commands, INFO and DEL on sojourn:*';
  if (/LOADING/i.test(message)) return 'is still loading its data';
  if (/^(SELF_SIGNED|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY))/.test(code ?? ''))
    return 'shows a certificate that nobody here vouches for: name its authority in NODE_EXTRA_CA_CERTS=ca.pem';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'shows the certificate of another host';
  if (/DB index/i.test(message)) return 'has no database of that number';
  if (name === 'ReplyError') return `answers with an error (${message.split(' ', 1)[0]})`;
  if (code === 'ECONNREFUSED') return 'does not answer: nothing listens there';
  if (code === 'ENOTFOUND') return 'cannot be found: there is no such host';
  if (code === 'ETIMEDOUT')
    return `does not answer within ${patienceMs / 1000} s; is it a Redis server${byTls ? ' that speaks TLS' : ''}?`;
  return `cannot be reached (${code ?? 'connection closed'})`;
}
