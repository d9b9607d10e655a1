/** Count, mean and variance of numbers as they come (B. P. Welford, Technometrics 4, 1962; from memory). */
export class Moments {
  count = 0;
  mean = 0;
  private squares = 0;

  add(value: number): void {
    this.count++;
    const off = value - this.mean;
    this.mean += off / this.count;
    this.squares += off * (value - this.mean);
  }

  get variance(): number {
    return this.count > 1 ? this.squares / (this.count - 1) : 0;
  }

  /** Squared coefficient of variation; undefined for a mean of 0, or fewer than two. */
  get scv(): number | undefined {
    return this.count > 1 && this.mean > 0 ? this.variance / (this.mean * this.mean) : undefined;
  }
}
