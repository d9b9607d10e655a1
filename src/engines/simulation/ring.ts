/** A first-in first-out queue of whole numbers that grows by doubling. */
export class Ring {
  size = 0;
  private items = new Int32Array(64);
  private head = 0;

  push(item: number): void {
    if (this.size === this.items.length) this.grow();
    this.items[(this.head + this.size++) & (this.items.length - 1)] = item;
  }

  /** The oldest item; the ring must not be empty. */
  shift(): number {
    const item = this.items[this.head];
    this.head = (this.head + 1) & (this.items.length - 1);
    this.size--;
    return item;
  }

  /** Item number `index`, counted from the oldest. */
  at(index: number): number {
    return this.items[(this.head + index) & (this.items.length - 1)];
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.items.length);
    for (let i = 0; i < this.size; i++) larger[i] = this.at(i);
    this.items = larger;
    this.head = 0;
  }
}
