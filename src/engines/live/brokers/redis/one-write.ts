import type { Redis } from 'ioredis';

/** So many leave at once without waiting for more: the server works on them while the next are made. */
const most = 16;

/**
 * Lets what is written before the event loop goes on leave in one write. A write of its own for each command is the
 * dearest part of it: it wakes the server every time.
 *
 * @returns to be called before a command
 */
export function oneWrite(redis: Redis): () => void {
  let held: Redis['stream'] | undefined;
  let commands = 0;
  return () => {
    if (held) {
      if (++commands % most > 0) return;
      held.uncork();
      held.cork();
      return;
    }
    // A connection that comes back has another stream.
    const { stream } = redis;
    held = stream;
    commands = 0;
    stream.cork();
    process.nextTick(() => {
      held = undefined;
      stream.uncork();
    });
  };
}
