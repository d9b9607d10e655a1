import { exponentialTest, type Tested } from '../laws/fit.js';
import { type Counts, CountsOverTime } from './counts.js';
import { Dispersion } from './dispersion.js';
import { Moments } from './moments.js';
import { type RateOverTime, rateOverTime } from './rate-over-time.js';
import { Sample } from './sample.js';
import { Ticks } from './ticks.js';

/** How customers came. Seconds and per second. */
export interface Arrivals {
  readonly span?: number;
  readonly rate: number;
  /** Of the times between arrivals. */
  readonly scv?: number;
  /** Share of arrivals at the very time of the one before. */
  readonly together?: number;
  /** Seconds of which all times are multiples. */
  readonly tick?: number;
  /** Of the times between arrivals as an exponential law. */
  readonly exponentialGaps?: Tested;
  readonly dispersion: readonly {
    readonly window: number;
    readonly windows: number;
    readonly index: number;
    readonly busiest: number;
  }[];
  readonly overTime?: RateOverTime;
  /** By which of its times a customer was put in order; absent: they were only counted. */
  readonly by?: 'arrived' | 'started' | 'finished';
}

const scales = [1, 10, 60, 600, 3600];
const sampleSize = 1000;
/** Where so many customers come in one tick of the clock, it hides how they cluster, or the law of their gaps. */
const hidden = { clusters: 0.5, law: 0.01 };
/** Counts in windows of fewer ticks are those of the clock. */
const ticksPerWindow = 10;

/** Takes in the times of arrivals one by one. */
export class ArrivalsSeen {
  count = 0;
  first: number | undefined;
  last = Number.NEGATIVE_INFINITY;
  private together = 0;
  private readonly gaps = new Moments();
  private readonly sample = new Sample(sampleSize);
  private readonly ticks = new Ticks();
  private readonly dispersions = scales.map(scale => new Dispersion(scale));
  private readonly overTime = new CountsOverTime();

  /** @param time seconds, never less than the one before */
  add(time: number): void {
    if (this.first !== undefined) {
      this.gaps.add(time - this.last);
      this.sample.add(time - this.last);
      if (time === this.last) this.together++;
    }
    this.first ??= time;
    this.last = time;
    this.count++;
    this.ticks.add(time);
    for (const dispersion of this.dispersions) dispersion.add(time);
    this.overTime.add(time);
  }

  /** Undefined for fewer than two different times. */
  summary(by: Arrivals['by']): Arrivals | undefined {
    const span = this.last - (this.first ?? this.last);
    if (!(span > 0)) return undefined;
    const tick = this.ticks.tick();
    const rate = (this.count - 1) / span;
    const coarse = isCoarse(tick, rate);
    const dispersion = this.dispersions
      .filter(({ window }) => !coarse || window >= ticksPerWindow * (tick ?? 0))
      .flatMap(one => one.summary() ?? []);
    const counts: Counts | undefined = this.overTime.all();
    const overTime = counts && rateOverTime(counts, burstsIn(dispersion, this.count / span));
    return {
      span,
      rate,
      ...(!coarse && this.gaps.scv !== undefined && { scv: this.gaps.scv }),
      ...((tick ?? 0) * rate < hidden.law &&
        this.count > 20 && { exponentialGaps: exponentialTest(this.sample.sorted()) }),
      together: this.together / this.count,
      ...(tick !== undefined && { tick }),
      dispersion,
      ...(overTime && { overTime }),
      ...(by && { by }),
    };
  }
}

/** Whether a clock is too coarse to tell how arrivals cluster. */
export const isCoarse = (tick: number | undefined, rate: number): boolean =>
  tick !== undefined && tick * rate > hidden.clusters;

/** Variance over mean of the counts at the shortest scale at which there is something to count. */
export function burstsIn(dispersion: Arrivals['dispersion'], rate: number): number {
  return dispersion.find(({ window }) => window * rate >= 1)?.index ?? 1;
}
