/** How many came in each of several equal stretches of time. */
export interface Counts {
  /** Seconds, by the clock of the data, at which the first stretch begins. */
  readonly start: number;
  /** Seconds of each. */
  readonly width: number;
  readonly counts: readonly number[];
}

const widths = [1, 10, 60, 600, 3600, 86_400];
const most = 4096;

/** Counts over time whose stretches grow as the time does, so that there are never more than some thousands. */
export class CountsOverTime {
  private width = widths[0];
  private base: number | undefined;
  private counts: number[] = [];

  /** @param time seconds, never less than the one before */
  add(time: number): void {
    this.base ??= Math.floor(time / this.width);
    let place = Math.floor(time / this.width) - this.base;
    while (place >= most) {
      this.widen();
      place = Math.floor(time / this.width) - this.base;
    }
    while (this.counts.length <= place) this.counts.push(0);
    this.counts[place]++;
  }

  /** The stretches that are over; the first is only begun and left out. */
  all(): Counts | undefined {
    if (this.base === undefined || this.counts.length < 3) return undefined;
    return {
      start: (this.base + 1) * this.width,
      width: this.width,
      counts: this.counts.slice(1, -1),
    };
  }

  private widen(): void {
    const next = widths[widths.indexOf(this.width) + 1] ?? this.width * 10;
    const { start, counts } = widened(
      { start: (this.base ?? 0) * this.width, width: this.width, counts: this.counts },
      next,
    );
    this.width = next;
    this.base = Math.round(start / next);
    this.counts = [...counts];
  }
}

/** The same counts in stretches some times as long, which begin at multiples of their length. */
export function widened({ start, width, counts }: Counts, to: number): Counts {
  const base = Math.floor(start / to + 1e-9);
  const sums: number[] = [];
  counts.forEach((count, i) => {
    const place = Math.floor((start + i * width) / to + 1e-9) - base;
    while (sums.length <= place) sums.push(0);
    sums[place] += count;
  });
  return { start: base * to, width: to, counts: sums };
}

/** Those of the wider stretches that are known from end to end. */
export function wholeStretches(counts: Counts, to: number): Counts {
  const { start, width, counts: fine } = counts;
  const wide = widened(counts, to);
  const end = start + width * fine.length;
  const from = Math.ceil((start - wide.start) / to - 1e-9);
  const until = Math.floor((end - wide.start) / to + 1e-9);
  return { start: wide.start + from * to, width: to, counts: wide.counts.slice(from, until) };
}
