/**
 * The pending events, earliest first, equal times in the order in which they were scheduled: a heap of four
 * children a node over flat arrays.
 *
 * The caller writes the time of an event straight into `times` (at `size` before `push`, at 0 before
 * `replaceTop`): no double crosses a call, so none is ever boxed.
 */
export class EventHeap {
  times = new Float64Array(64);
  /** What is to happen: a customer's handle. */
  tags = new Int32Array(64);
  size = 0;
  private order = new Float64Array(64);
  private scheduled = 0;

  /** Schedules the event whose time stands at `times[size]`. */
  push(tag: number): void {
    let at = this.size++;
    this.tags[at] = tag;
    this.order[at] = this.scheduled++;
    // One place more than needed, so that the caller can always write the next time.
    if (this.size === this.times.length) this.grow();
    const { times, tags, order } = this;
    const time = times[at];
    const number = order[at];
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

  /** Puts the event whose time stands at `times[0]` in the place of the earliest. */
  replaceTop(tag: number): void {
    this.tags[0] = tag;
    this.order[0] = this.scheduled++;
    this.siftDown();
  }

  /** Removes the earliest event. */
  pop(): void {
    const last = --this.size;
    this.times[0] = this.times[last];
    this.tags[0] = this.tags[last];
    this.order[0] = this.order[last];
    if (last > 1) this.siftDown();
  }

  private siftDown(): void {
    const { times, tags, order, size } = this;
    const time = times[0];
    const tag = tags[0];
    const number = order[0];
    let parent = 0;
    for (;;) {
      const firstChild = 4 * parent + 1;
      if (firstChild >= size) break;
      const end = firstChild + 4 < size ? firstChild + 4 : size;
      let child = firstChild;
      for (let k = firstChild + 1; k < end; k++) {
        if (times[k] < times[child] || (times[k] === times[child] && order[k] < order[child])) child = k;
      }
      if (times[child] > time || (times[child] === time && order[child] > number)) break;
      times[parent] = times[child];
      tags[parent] = tags[child];
      order[parent] = order[child];
      parent = child;
    }
    times[parent] = time;
    tags[parent] = tag;
    order[parent] = number;
  }

  private grow(): void {
    const length = 2 * this.times.length;
    const { times, tags, order } = this;
    this.times = new Float64Array(length);
    this.tags = new Int32Array(length);
    this.order = new Float64Array(length);
    this.times.set(times);
    this.tags.set(tags);
    this.order.set(order);
  }
}
