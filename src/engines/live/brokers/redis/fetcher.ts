import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { QueueFull } from '../../problem.js';
import { again, isConnectionLost } from './again.js';
import { connect, placeOf, unavailable } from './connect.js';
import { oneWrite } from './one-write.js';
import type { RedisAddress } from './open.js';

/** A connection of a consumer that blocks in a fetch and can be called back from it. */
export interface Fetcher {
  readonly redis: Redis;
  /** For all that must not wait behind a fetch; the same connection where fetching and telling take turns. */
  readonly aside: Redis;
  /** The answer to a command that waits for a message; undefined after `stop`. Asked again on a new connection. */
  readonly fetch: <T>(command: () => Promise<T>) => Promise<T | undefined>;
  /** How often the connection has come back: what it was to bring may be with the server as ours. */
  readonly returns: () => number;
  /** The promise of a command that the broker must have heard, whatever connections do. */
  readonly surely: (command: () => Promise<unknown>) => Promise<void>;
  /** Ends a fetch that waits, and lets no other begin. */
  readonly stop: () => void;
  readonly stopped: () => boolean;
  readonly close: () => void;
}

/** @param tellsAside whether it tells while it fetches, which takes a second connection */
export async function fetcher(
  { url, comesBack = false, sentinels }: RedisAddress,
  tellsAside = false,
): Promise<Fetcher> {
  const way = { comesBack, ...(sentinels && { sentinels }) };
  const redis = await connect(url, way);
  const give = (error: Error): never => {
    redis.disconnect();
    throw error;
  };
  let id = await redis.client('ID').catch((error: Error) => give(unavailable(error, url)));
  const aside = tellsAside ? await connect(url, way).catch(give) : redis;
  const gather = oneWrite(aside);
  const tell = (command: () => Promise<unknown>) => () => {
    // What the consumer asks for next, on the same connection, leaves in the same write.
    gather();
    return command();
  };
  let stopped = false;
  let waiting = false;
  let returns = 0;
  const untilStopped = { repeat: true, stopped: () => stopped };
  const answered = <T>(answer: T): T => {
    waiting = false;
    return answer;
  };
  const failed = (error: Error): undefined => {
    waiting = false;
    if (!stopped) throw lost(error, url);
  };
  redis.on('ready', async () => {
    returns++;
    id = await redis.client('ID').catch(() => id);
  });
  return {
    redis,
    aside,
    fetch(command) {
      if (stopped) return Promise.resolve(undefined);
      waiting = true;
      return (comesBack ? again(redis, command, untilStopped) : command()).then(answered, failed);
    },
    returns: () => returns,
    surely(command) {
      const telling = tell(command);
      return told(comesBack ? again(aside, telling, { repeat: true }) : telling(), url);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      void unblock(
        redis,
        () => id,
        () => connect(url, way),
        () => waiting,
      );
    },
    stopped: () => stopped,
    close() {
      redis.disconnect();
      aside.disconnect();
    },
  };
}

/** Between two tries, and how many: a command on its way blocks a little later. */
const retryMs = 20;
const tries = 50;

/** Ends the command that waits, from another connection; a server that cannot do that loses the connection. */
async function unblock(
  blocked: Redis,
  id: () => number,
  another: () => Promise<Redis>,
  waiting: () => boolean,
): Promise<void> {
  try {
    const control = await another();
    for (let i = 0; i < tries && waiting(); i++) {
      await control.client('UNBLOCK', id());
      await sleep(retryMs);
    }
    control.disconnect();
  } catch {
    // No second connection to be had: the one that waits is closed instead.
  } finally {
    if (waiting()) blocked.disconnect();
  }
}

const nothing = () => {};

/** The reply, of which only that it came matters; a failure in our words. */
export const told = (reply: Promise<unknown>, url: string): Promise<void> =>
  reply.then(nothing, (error: Error) => {
    throw error instanceof QueueFull ? error : lost(error, url);
  });

export const lost = (error: Error, url: string): Error =>
  new Error(
    isConnectionLost(error)
      ? `the connection to ${placeOf(url)} was lost`
      : `${placeOf(url)} answered: ${error.message}`,
  );
