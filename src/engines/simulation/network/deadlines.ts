import type { Population } from './population.js';

/** Who gives up first: customers by the moment in `population.key`, from which any can be taken away. */
export class Deadlines {
  size = 0;
  private items = new Int32Array(64);
  /** By handle: its place in `items`, plus 1; 0: not here. */
  private place = new Int32Array(64);
  private readonly population: Population;

  constructor(population: Population) {
    this.population = population;
  }

  /** Who is next; there must be one. */
  get first(): number {
    return this.items[0];
  }

  add(customer: number): void {
    if (this.size === this.items.length) this.items = widened(this.items, 2 * this.items.length);
    if (customer >= this.place.length)
      this.place = widened(this.place, 2 * Math.max(customer, this.place.length));
    this.rise(this.size++, customer);
  }

  remove(customer: number): void {
    const at = this.place[customer] - 1;
    // Not here, or a handle beyond all that ever were.
    if (!(at >= 0)) return;
    this.place[customer] = 0;
    const last = this.items[--this.size];
    if (last === customer) return;
    const { key } = this.population;
    if (at > 0 && key[last] < key[this.items[(at - 1) >> 1]]) this.rise(at, last);
    else this.sink(at, last);
  }

  private rise(from: number, customer: number): void {
    const { items } = this;
    const { key } = this.population;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (key[items[parent]] <= key[customer]) break;
      this.put(at, items[parent]);
      at = parent;
    }
    this.put(at, customer);
  }

  private sink(from: number, customer: number): void {
    const { items, size } = this;
    const { key } = this.population;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && key[items[child + 1]] < key[items[child]]) child++;
      if (key[customer] <= key[items[child]]) break;
      this.put(at, items[child]);
      at = child;
    }
    this.put(at, customer);
  }

  private put(at: number, customer: number): void {
    this.items[at] = customer;
    this.place[customer] = at + 1;
  }
}

function widened(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length);
  wider.set(values);
  return wider;
}
