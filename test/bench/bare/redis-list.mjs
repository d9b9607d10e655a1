// The commands of the pattern and nothing else: LPUSH against BLMOVE and LREM, a connection for each loop.
import { Redis } from 'ioredis';
import { flood, message, now, role } from './loop.mjs';

role({
  async producer({ url, key, count, inFlight }) {
    const redis = new Redis(url);
    await redis.ping();
    return {
      async run() {
        const begun = now();
        await flood(count, inFlight, () => redis.lpush(key, message));
        return { begun };
      },
    };
  },
  async consumers({ url, key, count, consumers }) {
    const connections = Array.from({ length: consumers }, () => new Redis(url));
    await Promise.all(connections.map(redis => redis.ping()));
    let left = count;
    return {
      run: () =>
        new Promise(resolve => {
          connections.forEach(async (redis, consumer) => {
            const own = `${key}:${consumer}`;
            for (;;) {
              const taken = await redis.blmoveBuffer(key, own, 'RIGHT', 'LEFT', 0);
              void redis.lrem(own, 1, taken).then(() => {
                if (--left === 0) resolve({ ended: now() });
              });
            }
          });
        }),
    };
  },
});
