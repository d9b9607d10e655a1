/** What was seen while a number of customers were present. */
interface Level {
  /** Seconds. */
  time: number;
  arrivals: number;
}

/** More than so many at once: the log is of an overload, or lacks its ends. */
const mostLevels = 100_000;

/** Follows how many customers are present and how many of them are in service, in memory for those present. */
export class Presence {
  /** By number present: how long, and how many came then. */
  readonly levels: Level[] = [];
  mostInService = 0;
  /** Where in the file the most were in service first. */
  mostInServiceLine = 0;
  private present = 0;
  private inService = 0;
  private now = Number.NEGATIVE_INFINITY;
  private readonly due = new Due();

  /**
   * The next customer, in the order of arrival.
   * @param started seconds; undefined: not known, then nobody counts as in service
   */
  add(arrived: number, started: number | undefined, finished: number, line: number): void {
    this.until(arrived);
    this.level(this.present).arrivals++;
    this.present++;
    if (started !== undefined) this.due.add(started, 1, line);
    this.due.add(finished, started === undefined ? 0 : -1, line);
  }

  private until(time: number): void {
    for (let next = this.due.first(); next <= time; next = this.due.first()) {
      this.pass(next);
      const { step, line } = this.due.take();
      if (step <= 0) this.present--;
      this.inService += step;
      if (this.inService > this.mostInService) {
        this.mostInService = this.inService;
        this.mostInServiceLine = line;
      }
    }
    this.pass(time);
  }

  private pass(time: number): void {
    if (time > this.now && this.now > Number.NEGATIVE_INFINITY)
      this.level(this.present).time += time - this.now;
    this.now = Math.max(this.now, time);
  }

  private level(present: number): Level {
    const place = Math.min(present, mostLevels);
    while (this.levels.length <= place) this.levels.push({ time: 0, arrivals: 0 });
    return this.levels[place];
  }
}

/** What is to happen, the earliest first; at equal times departures before starts of service. */
class Due {
  private readonly heap: { readonly time: number; readonly step: number; readonly line: number }[] = [];

  add(time: number, step: number, line: number): void {
    const one = { time, step, line };
    const { heap } = this;
    let place = heap.push(one) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!before(one, heap[above])) break;
      heap[place] = heap[above];
      place = above;
    }
    heap[place] = one;
  }

  first(): number {
    return this.heap.length === 0 ? Number.POSITIVE_INFINITY : this.heap[0].time;
  }

  take(): { readonly step: number; readonly line: number } {
    const { heap } = this;
    const [first] = heap;
    const one = heap.pop() as (typeof heap)[0];
    if (heap.length === 0) return first;
    let place = 0;
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      if (below + 1 < heap.length && before(heap[below + 1], heap[below])) below++;
      if (!before(heap[below], one)) break;
      heap[place] = heap[below];
      place = below;
    }
    heap[place] = one;
    return first;
  }
}

const before = (a: { time: number; step: number }, b: { time: number; step: number }): boolean =>
  a.time < b.time || (a.time === b.time && a.step < b.step);
