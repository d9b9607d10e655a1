/** Places beyond the last event: one where the next time can be written, and brothers that it does not have. */
const spare = 4;

/**
 * The pending events, earliest first, equal times in the order in which they were scheduled: a heap of four
 * children a node over flat arrays.
 *
 * Whoever schedules writes the time into `times[slot]` and calls `schedule`: no double crosses a call, so none
 * is ever boxed. `take` leaves a gap at the top that the next `schedule` fills, because most events schedule
 * exactly one other; `close` fills it where none did.
 */
export class Calendar {
  /** Infinite where there is no event, so that every parent has four children. */
  times = new Float64Array(64).fill(Number.POSITIVE_INFINITY);
  /** What is to happen: a customer ends its service (its handle), or an agent acts (the complement of its number). */
  tags = new Int32Array(64);
  size = 0;
  private order = new Float64Array(64);
  private scheduled = 0;
  private gap = false;

  /** Where the time of the next event to be scheduled is to be written. */
  get slot(): number {
    return this.gap ? 0 : this.size;
  }

  schedule(tag: number): void {
    if (this.gap) {
      this.gap = false;
      this.replaceFirst(tag);
    } else this.insert(tag);
  }

  /** The earliest event's tag; the calendar must not be empty. */
  take(): number {
    this.gap = true;
    return this.tags[0];
  }

  close(): void {
    if (!this.gap) return;
    this.gap = false;
    this.removeFirst();
  }

  /** The earliest event gives way to another, whose time stands in its place already. */
  replaceFirst(tag: number): void {
    this.tags[0] = tag;
    this.order[0] = this.scheduled++;
    if (this.size > 1) this.siftDown();
  }

  removeFirst(): void {
    const last = --this.size;
    this.times[0] = this.times[last];
    this.tags[0] = this.tags[last];
    this.order[0] = this.order[last];
    this.times[last] = Number.POSITIVE_INFINITY;
    if (last > 1) this.siftDown();
  }

  /** One more event, whose time stands in `times[size]` already. */
  insert(tag: number): void {
    let at = this.size++;
    if (this.size + spare > this.times.length) this.grow();
    const { times, tags, order } = this;
    const time = times[at];
    const number = this.scheduled++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (times[parent] <= time) break;
      times[at] = times[parent];
      tags[at] = tags[parent];
      order[at] = order[parent];
      at = parent;
    }
    times[at] = time;
    tags[at] = tag;
    order[at] = number;
  }

  private siftDown(): void {
    const { times, tags, order, size } = this;
    const time = times[0];
    const tag = tags[0];
    const number = order[0];
    let parent = 0;
    for (;;) {
      const first = (4 * parent + 1) | 0;
      if (first >= size) break;
      // The earliest of four, two against two, by arithmetic: branches would be guessed wrong half the time.
      const left = (first + (Number(times[first + 1] < times[first]) | 0)) | 0;
      const right = (first + 2 + (Number(times[first + 3] < times[first + 2]) | 0)) | 0;
      let child = (left + (right - left) * (Number(times[right] < times[left]) | 0)) | 0;
      const earliest = times[child];
      const beside = first + ((child - first) ^ 1);
      if (times[left] === times[right] || times[beside] === earliest) child = this.firstOfFour(first);
      if (earliest >= time && (earliest > time || order[child] > number)) break;
      times[parent] = earliest;
      tags[parent] = tags[child];
      order[parent] = order[child];
      parent = child;
    }
    times[parent] = time;
    tags[parent] = tag;
    order[parent] = number;
  }

  /** Where some are at the same time: of the earliest the one that was scheduled first. */
  private firstOfFour(from: number): number {
    const { times, order } = this;
    let first = from;
    for (let i = from + 1; i < from + 4; i++) {
      if (times[i] < times[first] || (times[i] === times[first] && order[i] < order[first])) first = i;
    }
    return first;
  }

  private grow(): void {
    const length = 2 * this.times.length;
    const { times, tags, order } = this;
    this.times = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
    this.tags = new Int32Array(length);
    this.order = new Float64Array(length);
    this.times.set(times);
    this.tags.set(tags);
    this.order.set(order);
  }
}
