import type { Guarantee } from '../../../../result/topology.js';
import type { Sender } from '../../broker.js';
import { QueueFull } from '../../problem.js';
import { redisSender } from './list-sender.js';
import type { RedisAddress } from './open.js';

/**
 * How a queue on a Redis server counts what it holds and takes a message, as one step on the server: whatever others
 * send meanwhile, it never holds more than it has room for.
 */
export interface LimitedInsert {
  /** A Lua script that returns 1 when it has put ARGV[2] into the queue, and 0 when that has no room for it; ARGV[1] is the room. */
  readonly script: string;
  readonly keys: readonly string[];
  readonly room: number;
}

/** Puts a message into a list at KEYS[1], as long as all the lists together hold less than the room. */
export const intoLists = `
local held = 0
for _, key in ipairs(KEYS) do held = held + redis.call('LLEN', key) end
if held >= tonumber(ARGV[1]) then return 0 end
redis.call('LPUSH', KEYS[1], ARGV[2])
return 1`;

/** Sends each message by such a script. */
export const limitedSender = (
  address: RedisAddress,
  guarantee: Guarantee,
  { script, keys, room }: LimitedInsert,
): Promise<Sender> =>
  redisSender(address, guarantee, async (redis, message) => {
    const taken = await redis.eval(script, keys.length, ...keys, room, message);
    if (taken !== 1) throw new QueueFull();
  });
