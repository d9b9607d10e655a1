import { now } from '../clock.js';

/** Seconds. What takes longer to wake was held up by other things, which no lead makes up for. */
const longest = 2e-4;
/** Seconds that each waking moves it by. */
const step = 4e-6;

/**
 * How long before its moment a sleeper is called, so as to be awake in time: about the median of what waking took so
 * far, as each moves it by the same step. Who is awake too early spins until then.
 */
export class Lead {
  private readonly shared: Float64Array;

  /** @param shared of one number, in seconds, for the thread that calls */
  constructor(shared: Float64Array) {
    this.shared = shared;
  }

  /** Awake after a call for that moment, in seconds on the monotonic clock. */
  awake(moment: number): void {
    const early = moment - now();
    // No lead is so long: it was called for another reason.
    if (early > 2 * longest) return;
    const moved = this.shared[0] + (early < 0 ? step : -step);
    this.shared[0] = Math.min(longest, Math.max(0, moved));
    while (now() < moment) {
      // A sleep so short would end late.
    }
  }
}
