import type { WaitingLine } from './line.js';

/** Last come, first served; a service once begun is finished. */
class Stack implements WaitingLine {
  size = 0;
  private items = new Int32Array(64);

  push(customer: number): void {
    if (this.size === this.items.length) {
      const larger = new Int32Array(2 * this.items.length);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.size++] = customer;
  }

  shift(): number {
    return this.items[--this.size];
  }
}

export const lcfs = (): WaitingLine => new Stack();
