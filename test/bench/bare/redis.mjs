// The roles of a bare loop on Redis: one connection that sends, one for each consumer.
import { Redis } from 'ioredis';
import { flood, message, now, role } from './loop.mjs';

/**
 * @param prepare of the queue, before anybody sends
 * @param send inserts a message
 * @param serve takes messages for ever, and calls `served` with how many are done with
 */
export function redisRoles({ prepare = async () => {}, send, serve }) {
  role({
    async producer({ url, key, count, inFlight }) {
      const redis = new Redis(url);
      await redis.ping();
      return {
        async run() {
          const begun = now();
          await flood(count, inFlight, () => send(redis, key, message));
          return { begun };
        },
      };
    },
    async consumers({ url, key, count, consumers }) {
      const connections = Array.from({ length: consumers }, () => new Redis(url));
      await Promise.all(connections.map(redis => redis.ping()));
      await prepare(connections[0], key);
      let left = count;
      return {
        run: () =>
          new Promise(resolve => {
            const served = many => {
              left -= many;
              if (left === 0) resolve({ ended: now() });
            };
            for (const [consumer, redis] of connections.entries())
              void serve({ redis, key, consumer, served });
          }),
      };
    },
  });
}
