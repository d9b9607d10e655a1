// The commands of the pattern and nothing else: LPUSH against BRPOP, a connection for each loop.
import { redisRoles } from './redis.mjs';

redisRoles({
  send: (redis, key, message) => redis.lpush(key, message),
  async serve({ redis, key, served }) {
    for (;;) {
      await redis.brpopBuffer(key, 0);
      served(1);
    }
  },
});
