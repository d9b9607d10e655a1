import type { Redis } from 'ioredis';
import { queueKey } from '../redis/list-sender.js';
import { attemptsKey, deadKey, leaseKey, processingKey } from './keys.js';

/**
 * A list counts no deliveries: a hash does, by the first eight bytes of the message, which are its number. Both
 * scripts run as one step on the server, so no message is in two lists or in none.
 */
const countAndPut = `
local function again(message, most, queue, attempts, dead, push)
  local failed = redis.call('HINCRBY', attempts, string.sub(message, 1, 8), 1)
  if failed >= tonumber(most) then redis.call('LPUSH', dead, message)
  else redis.call(push, queue, message) end
end`;

/** To the far end of the queue: others come first. */
const rejectScript = `${countAndPut}
if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 1 then
  again(ARGV[1], ARGV[2], KEYS[2], KEYS[3], KEYS[4], 'LPUSH')
end`;

/** Back to the end where it was taken: it was first once, and is first again. */
const reapScript = `${countAndPut}
if redis.call('EXISTS', KEYS[5]) == 0 then
  local message = redis.call('LPOP', KEYS[1])
  while message do
    again(message, ARGV[1], KEYS[2], KEYS[3], KEYS[4], 'RPUSH')
    message = redis.call('LPOP', KEYS[1])
  end
end`;

const keysOf = (prefix: string, consumer: number): [string, string, string, string] => [
  processingKey(prefix, consumer),
  queueKey(prefix),
  attemptsKey(prefix),
  deadKey(prefix),
];

/** The work on the message failed: it is served again, or it is dead. */
export const putBack = (
  redis: Redis,
  prefix: string,
  consumer: number,
  message: Buffer,
  most: number,
): Promise<unknown> => redis.eval(rejectScript, 4, ...keysOf(prefix, consumer), message, most);

/** What consumers hold whose lease has run out goes back to the queue. */
export async function reap(redis: Redis, prefix: string, consumers: number, most: number): Promise<void> {
  for (let consumer = 0; consumer < consumers; consumer++) {
    await redis.eval(reapScript, 5, ...keysOf(prefix, consumer), leaseKey(prefix, consumer), most);
  }
}
