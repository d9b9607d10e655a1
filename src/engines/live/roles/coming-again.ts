import { addTo, takeFirst } from '../../../numerics/heap.js';
import { type ComesAgain, delaysOf } from '../../../workload/comes-again.js';
import type { Agenda } from '../pacing/agenda.js';
import { againColumns } from './protocol.js';
import { type Columns, Rows } from './rows.js';

/** The next attempt of a message; seconds from the epoch. */
interface Attempt {
  readonly id: number;
  readonly due: number;
}

const earlier = (a: Attempt, b: Attempt): boolean => a.due < b.due || (a.due === b.due && a.id < b.id);

/** An answer takes that long at least, so nothing is late because it was looked for so seldom; seconds. */
const lookEvery = 2e-3;

/**
 * Messages for which there was no room, and which come again: after a delay from the time at which they were to be sent, so
 * that how long the answer takes hides in the delay.
 */
export class ComingAgain {
  private readonly again: ComesAgain;
  private readonly orbit: Attempt[] = [];
  private readonly delays = new Map<number, () => number | undefined>();
  /** When each that came again was to be sent the last time. */
  private readonly latest = new Map<number, number>();
  private readonly rows = new Rows(againColumns);

  constructor(again: ComesAgain) {
    this.again = again;
  }

  /** There was no room for it. @param intended of its first attempt @returns false where it comes no more */
  turnedAway(id: number, intended: number): boolean {
    const next = this.delays.get(id) ?? delaysOf(this.again, id);
    this.delays.set(id, next);
    const delay = next();
    if (delay === undefined) return false;
    addTo(this.orbit, { id, due: (this.latest.get(id) ?? intended) + delay }, earlier);
    return true;
  }

  /**
   * The schedule with those in between who come again.
   *
   * @param send one of them
   * @param unanswered how many were sent and may be turned away yet
   */
  among(schedule: Agenda, send: (attempt: Attempt) => void, unanswered: () => number): Agenda {
    const { orbit } = this;
    const first = () =>
      Math.min(schedule.due() ?? Number.POSITIVE_INFINITY, orbit[0]?.due ?? Number.POSITIVE_INFINITY);
    return {
      due: () => (schedule.isOver() && orbit.length === 0 ? undefined : first()),
      sendNext: () => {
        if (!schedule.isOver() && !(orbit.length > 0 && orbit[0].due < (schedule.due() as number)))
          return schedule.sendNext();
        const attempt = takeFirst(orbit, earlier);
        this.latest.set(attempt.id, attempt.due);
        this.rows.add(attempt);
        send(attempt);
      },
      isOver: () => schedule.isOver() && orbit.length === 0 && unanswered() === 0,
      changesWithin: lookEvery,
    };
  }

  /** Those sent again since the last call; undefined where there were none. */
  take(): Columns<(typeof againColumns)[number]> | undefined {
    return this.rows.isEmpty ? undefined : this.rows.take();
  }
}
