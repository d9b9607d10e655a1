import { addTo, replaceFirst, smaller } from '../../numerics/heap.js';
import { log } from '../../numerics/log.js';

/** How heavy the tail is: P(X > x) falls as x^-index. 2 or less: infinite variance; 1 or less: infinite mean. */
export interface Tail {
  readonly index: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** How many of the largest it stands on. */
  readonly largest: number;
}

const most = 1000;
const fewest = 40;

/** Hill's estimate from the largest twentieth of all numbers as they come, at most a thousand of them. */
export class TailSeen {
  /** A heap, the smallest of the largest first. */
  private readonly heap: number[] = [];
  private count = 0;

  add(value: number): void {
    this.count++;
    const { heap } = this;
    if (heap.length <= most) addTo(heap, value, smaller);
    else if (value > heap[0]) replaceFirst(heap, value, smaller);
  }

  /**
   * B. M. Hill, Annals of Statistics 3, 1975; its standard error is the index over the root of the number (from
   * memory; tested on Pareto laws). Undefined for too few.
   */
  tail(): Tail | undefined {
    const largest = Math.min(most, Math.floor(this.count / 20));
    const sorted = [...this.heap].sort((a, b) => b - a);
    const edge = sorted[largest];
    if (largest < fewest || !(edge > 0)) return undefined;
    const sum = sorted.slice(0, largest).reduce((total, value) => total + log(value / edge), 0);
    if (!(sum > 0)) return undefined;
    const index = largest / sum;
    const off = (1.96 * index) / Math.sqrt(largest);
    return { index, low: index - off, high: index + off, largest };
  }
}
