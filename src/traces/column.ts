/** Numbers one after the other in as much memory as they need, give or take a half. */
export class Column {
  private values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.values.length * 1.5);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  last(): number | undefined {
    return this.length === 0 ? undefined : this.values[this.length - 1];
  }

  all(): Float64Array {
    return this.values.slice(0, this.length);
  }
}
