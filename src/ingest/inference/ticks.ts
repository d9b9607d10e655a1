/** Finer than this the digits of a time since 1970 are rounding. */
const finest = 1e-6;
/** A larger step than this is no clock's. */
const coarsest = 3600;

/** Whether times lie on a lattice: all of them multiples of one tick of a clock, from the first on. */
export class Ticks {
  private first: number | undefined;
  private common = 0;

  add(time: number): void {
    this.first ??= time;
    if (this.common === 1) return;
    let [a, b] = [this.common, Math.abs(Math.round((time - this.first) / finest))];
    while (b > 0) [a, b] = [b, a % b];
    this.common = a;
  }

  /** Seconds; undefined: finer than a microsecond, or there are not two different times. */
  tick(): number | undefined {
    const tick = this.common * finest;
    return this.common > 1 && tick <= coarsest ? Number(tick.toPrecision(12)) : undefined;
  }
}
