// The commands of the pattern and nothing else: LPUSH against BLMOVE and LREM, a connection for each loop.
import { redisRoles } from './redis.mjs';

redisRoles({
  send: (redis, key, message) => redis.lpush(key, message),
  async serve({ redis, key, consumer, served }) {
    const own = `${key}:${consumer}`;
    for (;;) {
      const taken = await redis.blmoveBuffer(key, own, 'RIGHT', 'LEFT', 0);
      void redis.lrem(own, 1, taken).then(() => served(1));
    }
  },
});
