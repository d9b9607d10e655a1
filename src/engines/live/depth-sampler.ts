import { setTimeout as sleep } from 'node:timers/promises';
import type { DepthSamples } from '../../measurement/observation.js';
import { now } from './clock.js';

/** Milliseconds between two looks at the queue. */
const periodMs = 10;
/** Whoever knows why the broker is gone tells it within this time. */
const betterReasonMs = 300;

/** Asks the broker how many messages it holds, again and again, until it is stopped or gets no answer. */
export class DepthSampler {
  /** Resolves with the reason when the broker does not answer any more. */
  readonly lost: Promise<string>;
  private readonly times: number[] = [];
  private readonly counts: number[] = [];
  private running = true;

  /**
   * @param epoch seconds on the monotonic clock
   * @param comesBack whether a broker that does not answer is to come back: then nothing is sampled meanwhile
   */
  constructor(depth: () => Promise<number>, epoch: number, comesBack: boolean) {
    this.lost = this.sample(depth, epoch, comesBack);
  }

  /** What was sampled. A question that is still open is not waited for. */
  stop(): DepthSamples {
    this.running = false;
    return { time: Float64Array.from(this.times), numberInSystem: Float64Array.from(this.counts) };
  }

  private async sample(depth: () => Promise<number>, epoch: number, comesBack: boolean): Promise<string> {
    while (this.running) {
      const before = now();
      let count: number;
      try {
        count = await depth();
      } catch {
        if (!this.running) break;
        await sleep(comesBack ? periodMs : betterReasonMs);
        if (comesBack) continue;
        return 'the broker does not answer any more';
      }
      // The broker counted at some moment between question and answer.
      const time = (before + now()) / 2 - epoch;
      if (time >= 0 && this.running) {
        this.times.push(time);
        this.counts.push(count);
      }
      await sleep(periodMs);
    }
    return new Promise(() => {});
  }
}
