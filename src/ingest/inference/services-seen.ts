import { type BestFit, bestFit } from '../laws/fit.js';
import { Moments } from './moments.js';
import { Sample } from './sample.js';
import { type Tail, TailSeen } from './tail.js';
import { Ticks } from './ticks.js';

/** How long services took, one by one. Seconds. */
export interface Services {
  readonly mean: number;
  readonly scv?: number;
  readonly longest: number;
  readonly tail?: Tail;
  /** Seconds of which all are multiples. */
  readonly tick?: number;
  readonly fit: BestFit;
  readonly sampled: number;
}

const sampleSize = 2000;

/** Takes in services one by one. */
export class ServicesSeen {
  readonly moments = new Moments();
  private longest = 0;
  private readonly sample = new Sample(sampleSize);
  private readonly largest = new TailSeen();
  private readonly ticks = new Ticks();

  add(service: number): void {
    this.moments.add(service);
    this.sample.add(service);
    this.largest.add(service);
    this.ticks.add(service);
    this.longest = Math.max(this.longest, service);
  }

  /** Undefined where none took any time. */
  summary(): Services | undefined {
    const { mean, scv } = this.moments;
    if (!(mean > 0)) return undefined;
    const sorted = this.sample.sorted();
    const tail = this.largest.tail();
    const tick = this.ticks.tick();
    return {
      mean,
      ...(scv !== undefined && { scv }),
      longest: this.longest,
      ...(tail && { tail }),
      ...(tick !== undefined && { tick }),
      fit: bestFit(sorted),
      sampled: sorted.length,
    };
  }
}
