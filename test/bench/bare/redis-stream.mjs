// The commands of the pattern and nothing else: XADD against XREADGROUP of one entry, XACK and XDEL.
import { redisRoles } from './redis.mjs';

const group = 'bare';

redisRoles({
  prepare: (redis, key) => redis.xgroup('CREATE', key, group, '0', 'MKSTREAM'),
  send: (redis, key, message) => redis.xadd(key, '*', 'm', message),
  async serve({ redis, key, consumer, served }) {
    const from = ['GROUP', group, String(consumer), 'COUNT', 1, 'BLOCK', 1000, 'STREAMS', key, '>'];
    for (;;) {
      const reply = await redis.xreadgroupBuffer(...from);
      if (reply === null) continue;
      const [id] = reply[0][1][0];
      void redis.xack(key, group, id);
      void redis.xdel(key, id).then(() => served(1));
    }
  },
});
