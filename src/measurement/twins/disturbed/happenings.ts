import { type FaultSpec, usualFaultLength, usualSlowness } from '../../../scenario/type.js';
import { type Server, serverOf } from './servers.js';
import type { DisturbedInput, DisturbedState } from './state.js';

/** Seconds from its beginning to its end. */
const lengthOf = ({ for: length = usualFaultLength }: FaultSpec): number => length;

/**
 * When customers reach the queue: those who come while nobody can reach it, or while the sender is cut off, come
 * together when that is over.
 */
export function delayed(arrivals: Float64Array, faults: readonly FaultSpec[]): Float64Array {
  const gaps = faults.filter(
    ({ fault, consumer }) => fault === 'restart' || (fault === 'cut' && consumer === undefined),
  );
  return arrivals.map(time =>
    gaps.reduce(
      (latest, gap) =>
        latest >= gap.at && latest < gap.at + lengthOf(gap) ? gap.at + lengthOf(gap) : latest,
      time,
    ),
  );
}

/** Lets each fault happen to the queue at its time. */
export function happenings(
  state: DisturbedState,
  { faults, lease, forgets, seen, unheard }: DisturbedInput,
): void {
  const { pool, queue, later } = state;
  const comeBack = (customers: readonly number[], time: number) => {
    if (lease !== undefined) later(time, () => queue.unshift(...customers));
  };
  for (const spec of [...faults].sort((a, b) => a.at - b.at)) {
    const { fault, at, consumer = 0, factor = usualSlowness } = spec;
    const over = at + lengthOf(spec);
    const server = () => serverOf(pool, consumer, seen);
    switch (fault) {
      case 'kill':
        later(at, () => {
          const dying = server();
          dying.dead = true;
          dying.end = Number.POSITIVE_INFINITY;
          if (unheard && lease !== undefined) later(at + lease, () => queue.unshift(...leftBy(dying)));
          else comeBack(leftBy(dying), at + (lease ?? 0));
        });
        break;
      case 'pause':
        later(at, () => {
          const stopped = server();
          // A service that the stop catches ends when it would have, or with the stop.
          if (stopped.hands.length > 0) stopped.end = Math.max(stopped.end, over);
          away(stopped, over);
          silent(stopped, at, over);
        });
        break;
      case 'slow': {
        let slowed: Server | undefined;
        later(at, () => {
          slowed = server();
          slowed.factor = factor;
        });
        later(over, () => {
          if (slowed) slowed.factor = 1;
        });
        break;
      }
      case 'cut':
        // What it holds it serves to the end, and can tell nobody.
        if (spec.consumer === undefined) break;
        later(at, () => {
          const alone = server();
          away(alone, over);
          silent(alone, at, over);
        });
        break;
      case 'restart':
        later(at, () => {
          if (forgets) queue.length = 0;
          for (const one of pool) away(one, over);
        });
        break;
    }
  }

  function leftBy(dead: Server): number[] {
    dead.gone = true;
    return [...dead.untold, ...dead.hands.splice(0)];
  }

  function away(server: Server, until: number): void {
    server.awayUntil = Math.max(server.awayUntil, until);
    later(until, () => {});
  }

  /** What it holds goes to others when the lease runs out before the silence ends. */
  function silent({ untold, hands }: Server, from: number, until: number): void {
    if (lease !== undefined && until - from > lease) comeBack([...untold, ...hands], from + lease);
  }
}
