import type { WaitingLine } from './line.js';

/** A line in the order of a key that the customer brings, equal keys first come first served: a binary heap. */
export class KeyedLine implements WaitingLine {
  size = 0;
  private items = new Int32Array(64);
  private arrivals = new Float64Array(64);
  private arrived = 0;
  private readonly keys: () => Float64Array;

  /** @param keys by handle, smallest first; asked for anew because the columns grow */
  constructor(keys: () => Float64Array) {
    this.keys = keys;
  }

  /** Who would be taken next; the line must not be empty. */
  get first(): number {
    return this.items[0];
  }

  push(customer: number): void {
    if (this.size === this.items.length) this.grow();
    const keys = this.keys();
    const { items, arrivals } = this;
    const key = keys[customer];
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[items[parent]] <= key) break;
      items[at] = items[parent];
      arrivals[at] = arrivals[parent];
      at = parent;
    }
    items[at] = customer;
    arrivals[at] = this.arrived++;
  }

  shift(): number {
    const keys = this.keys();
    const { items, arrivals } = this;
    const first = items[0];
    const size = --this.size;
    const last = items[size];
    const arrival = arrivals[size];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(child + 1, child, keys)) child++;
      const key = keys[items[child]];
      if (keys[last] < key || (keys[last] === key && arrival < arrivals[child])) break;
      items[at] = items[child];
      arrivals[at] = arrivals[child];
      at = child;
    }
    items[at] = last;
    arrivals[at] = arrival;
    return first;
  }

  private before(a: number, b: number, keys: Float64Array): boolean {
    const [first, second] = [keys[this.items[a]], keys[this.items[b]]];
    return first < second || (first === second && this.arrivals[a] < this.arrivals[b]);
  }

  private grow(): void {
    const [items, arrivals] = [this.items, this.arrivals];
    this.items = new Int32Array(2 * items.length);
    this.arrivals = new Float64Array(2 * items.length);
    this.items.set(items);
    this.arrivals.set(arrivals);
  }
}
