/** Fewer windows tell nothing. */
const fewest = 30;

/**
 * Index of dispersion for counts at one time scale: variance over mean of the number of arrivals in windows of
 * that length. 1 at every scale for a Poisson process; what grows with the scale is burstiness or a changing rate
 * (D. R. Cox and P. A. W. Lewis, "The Statistical Analysis of Series of Events", 1966; from memory).
 */
export class Dispersion {
  /** Seconds. */
  readonly window: number;
  private start: number | undefined;
  private count = 0;
  private windows = 0;
  private sum = 0;
  private squares = 0;
  private most = 0;

  constructor(window: number) {
    this.window = window;
  }

  /** @param time seconds, never less than the one before */
  add(time: number): void {
    this.start ??= time;
    const passed = Math.floor((time - this.start) / this.window);
    if (passed > 0) {
      this.windows += passed;
      this.sum += this.count;
      this.squares += this.count * this.count;
      this.most = Math.max(this.most, this.count);
      this.count = 0;
      this.start += passed * this.window;
    }
    this.count++;
  }

  /** Of the windows that are over; undefined when they are too few to tell. */
  summary(): { window: number; windows: number; index: number; busiest: number } | undefined {
    if (this.windows < fewest || this.sum === 0) return undefined;
    const mean = this.sum / this.windows;
    const variance = (this.squares - this.sum * mean) / (this.windows - 1);
    return { window: this.window, windows: this.windows, index: variance / mean, busiest: this.most / mean };
  }
}
