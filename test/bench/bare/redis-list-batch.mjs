// The commands of the pattern and nothing else: LPUSH against BLMPOP of ten, a connection for each loop.
import { redisRoles } from './redis.mjs';

redisRoles({
  send: (redis, key, message) => redis.lpush(key, message),
  async serve({ redis, key, served }) {
    for (;;) {
      const [, taken] = await redis.blmpopBuffer(0, 1, key, 'RIGHT', 'COUNT', 10);
      served(taken.length);
    }
  },
});
