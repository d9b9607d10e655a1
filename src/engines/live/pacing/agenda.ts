/** What is to be sent, the earliest first. */
export interface Agenda {
  /** Seconds from the epoch of the next one; undefined while none is known. */
  readonly due: () => number | undefined;
  readonly sendNext: () => void;
  /** Nothing is to be sent, and nothing can come any more. */
  readonly isOver: () => boolean;
  /** Seconds after which it may have changed, though nothing was sent. */
  readonly changesWithin: number;
}

/** @param schedule seconds from the epoch, non-decreasing @param send is given the place in it */
export function scheduled(schedule: Float64Array, send: (place: number) => unknown): Agenda {
  let next = 0;
  return {
    due: () => schedule[next],
    sendNext: () => void send(next++),
    isOver: () => next === schedule.length,
    changesWithin: Number.POSITIVE_INFINITY,
  };
}
