import { availableParallelism } from 'node:os';

/** For sender, event loops and broker, who were measured to need about a millisecond for each message. */
const reserved = 1;

/**
 * Why so many consumers cannot each keep a processor busy here; undefined when they can.
 *
 * @param cores that this process may use
 */
export function coresRefusal(consumers: number, cores = availableParallelism()): string | undefined {
  const free = Math.max(0, cores - reserved);
  if (consumers <= free) return undefined;
  const fewer = free > 0 ? `at most ${free} consumer${free > 1 ? 's' : ''}, or ` : '';
  return (
    `cpu services keep a core busy for each consumer, and beside broker and sender, who need ${reserved}, ` +
    `${free} of ${cores} core${cores > 1 ? 's' : ''} ${free === 1 ? 'is' : 'are'} free for ${consumers}: ` +
    `ask for ${fewer}service: natural, which only waits`
  );
}
