import { streamFor } from '../../random/index.js';

/** A simple random sample of numbers as they come, each as likely as the others (J. S. Vitter, ACM TOMS 11, 1985, algorithm R; from memory). */
export class Sample {
  private readonly kept: number[] = [];
  private readonly size: number;
  private seen = 0;
  private readonly stream = streamFor(1, 'import: sample');

  constructor(size: number) {
    this.size = size;
  }

  add(value: number): void {
    this.seen++;
    if (this.kept.length < this.size) this.kept.push(value);
    else {
      const place = Math.floor(this.stream.uniform() * this.seen);
      if (place < this.size) this.kept[place] = value;
    }
  }

  sorted(): Float64Array {
    return Float64Array.from(this.kept).sort();
  }
}
